/** What a replica can do: prefill and KV slots, whichever ends first; learned while it works. */
@NullMarked
package dev.ponder.scaling.capacity;

import org.jspecify.annotations.NullMarked;

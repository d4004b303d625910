/** A replica as events see it: a queue of prompts, a batch that decodes, and slots of KV blocks. */
@NullMarked
package dev.ponder.fleet.gpu;

import org.jspecify.annotations.NullMarked;

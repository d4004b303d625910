/** A finished chain of thought, and the form in which the cache learns it. */
@NullMarked
package dev.ponder.contracts.chain;

import org.jspecify.annotations.NullMarked;

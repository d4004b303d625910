/** Brings a snapshot of a model: resumed, checked, and in place only when it is whole. */
@NullMarked
package dev.ponder.models.fetch;

import org.jspecify.annotations.NullMarked;

/** Late binding: work is taken only when its tokens have room. */
@NullMarked
package dev.ponder.reasoner.binding;

import org.jspecify.annotations.NullMarked;

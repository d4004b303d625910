/** An answer's canonical form, for comparing and voting. Pure. */
@NullMarked
package dev.ponder.reasoner.answer;

import org.jspecify.annotations.NullMarked;

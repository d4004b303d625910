/** A question's canonical form and key. */
@NullMarked
package dev.ponder.contracts.question;

import org.jspecify.annotations.NullMarked;

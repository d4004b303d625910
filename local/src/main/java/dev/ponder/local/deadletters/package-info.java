/**
 * What operators do about records that could not be worked on. {@link dev.ponder.local.deadletters.LetterReader} reads them,
 * {@code Listed}, {@code Structure} and {@code ReplayRule} decide what is shown and what may be asked again, and
 * {@code LetterReplayer} asks. A letter's content is anybody's: nothing here trusts it.
 */
@NullMarked
package dev.ponder.local.deadletters;

import org.jspecify.annotations.NullMarked;

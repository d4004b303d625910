/** What kind of question it is. Pure; weak evidence, never an answer. */
@NullMarked
package dev.ponder.router.classification;

import org.jspecify.annotations.NullMarked;

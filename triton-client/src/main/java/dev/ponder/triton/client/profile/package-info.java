/** The forms in which a model takes and gives text, told apart by its metadata. */
@NullMarked
package dev.ponder.triton.client.profile;

import org.jspecify.annotations.NullMarked;

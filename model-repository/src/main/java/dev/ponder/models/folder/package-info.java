/** Folders that are written whole or not at all, and only over what we wrote. */
@NullMarked
package dev.ponder.models.folder;

import org.jspecify.annotations.NullMarked;

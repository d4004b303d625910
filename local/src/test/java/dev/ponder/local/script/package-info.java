/** The script {@code ponder} itself, run by a real bash in checkouts of our own making. */
@NullMarked
package dev.ponder.local.script;

import org.jspecify.annotations.NullMarked;

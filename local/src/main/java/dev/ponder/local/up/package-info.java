/**
 * A stack that stays: {@link dev.ponder.local.up.UpCommand} starts a keeper in the background and waits for it,
 * {@link dev.ponder.local.up.KeepCommand} is that keeper, {@link dev.ponder.local.up.DownCommand} ends it, and
 * {@link dev.ponder.local.up.Running} is the file in which they find each other.
 */
@NullMarked
package dev.ponder.local.up;

import org.jspecify.annotations.NullMarked;

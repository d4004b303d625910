/** One question from the command line, asked on the running stack or on one of its own, or taken back. */
@NullMarked
package dev.ponder.local.ask;

import org.jspecify.annotations.NullMarked;

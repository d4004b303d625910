/** One question from the command line, asked on the running stack or on one of its own. */
@NullMarked
package dev.ponder.local.ask;

import org.jspecify.annotations.NullMarked;

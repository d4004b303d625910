/** Where the commands speak to people. */
@NullMarked
package dev.ponder.models.terminal;

import org.jspecify.annotations.NullMarked;

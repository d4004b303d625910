/** What people see: text that no answer can bend, columns that Chinese fits into, colour only where a terminal is. */
@NullMarked
package dev.ponder.local.terminal;

import org.jspecify.annotations.NullMarked;

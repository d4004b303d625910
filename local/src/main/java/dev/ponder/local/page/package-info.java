/** Pages that people open from a file: {@link dev.ponder.local.page.Page} holds words, tables and plots. */
@NullMarked
package dev.ponder.local.page;

import org.jspecify.annotations.NullMarked;

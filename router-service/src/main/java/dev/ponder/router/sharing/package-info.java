/**
 * Who may have how much of a pool before the others have had theirs (decision 0009). Pure but for the listener, which hears what all
 * routers dispatch and settle.
 */
@NullMarked
package dev.ponder.router.sharing;

import org.jspecify.annotations.NullMarked;

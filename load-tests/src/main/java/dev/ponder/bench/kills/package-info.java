/** What is lost and doubled when processes are killed under load. */
@NullMarked
package dev.ponder.bench.kills;

import org.jspecify.annotations.NullMarked;

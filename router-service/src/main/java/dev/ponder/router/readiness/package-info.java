/** Whether requests would be heard and answered: the topics are there, and the channel has its partitions. */
@NullMarked
package dev.ponder.router.readiness;

import org.jspecify.annotations.NullMarked;

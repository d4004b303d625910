/** Kafka's records as the port's items. */
@NullMarked
package dev.ponder.workqueue.record;

import org.jspecify.annotations.NullMarked;

/** Work, outcomes and dead letters out to Kafka. */
@NullMarked
package dev.ponder.router.dispatch;

import org.jspecify.annotations.NullMarked;

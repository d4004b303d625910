/** What users order about their requests, in from Kafka and on to settlement. */
@NullMarked
package dev.ponder.router.orders;

import org.jspecify.annotations.NullMarked;

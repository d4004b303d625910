/** Requests in from Kafka, and each one's way through the router. */
@NullMarked
package dev.ponder.router.ingress;

import org.jspecify.annotations.NullMarked;

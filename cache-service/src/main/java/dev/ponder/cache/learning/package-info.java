/** What records teach, how it gets into the store, and how far the first catch-up is. Knows no Kafka. */
@NullMarked
package dev.ponder.cache.learning;

import org.jspecify.annotations.NullMarked;

/**
 * Forgetting a tenant. {@code OwnTopics} empties the topics that are its alone, {@code CompactedTopic} puts tombstones on what is
 * its among everybody's, {@code SharedTopic} counts what can't be taken out and goes by age; {@code Belonging} decides whose a
 * record is, and {@code Erasure} reports.
 */
@NullMarked
package dev.ponder.local.erasure;

import org.jspecify.annotations.NullMarked;

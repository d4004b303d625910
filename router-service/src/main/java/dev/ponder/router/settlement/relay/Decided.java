package dev.ponder.router.settlement.relay;

import static java.util.Objects.requireNonNull;

import dev.ponder.router.settlement.decision.Decision;
import io.opentelemetry.api.trace.Span;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of the outcomes topic and what becomes of it.
 *
 * @param span of working on it; one that records nothing where nothing is published
 */
record Decided(ConsumerRecord<byte[], byte[]> record, Decision decision, Span span) {

    Decided {
        requireNonNull(record, "record is null");
        requireNonNull(decision, "decision is null");
        requireNonNull(span, "span is null");
    }
}

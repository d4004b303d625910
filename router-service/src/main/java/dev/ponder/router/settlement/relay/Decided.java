package dev.ponder.router.settlement.relay;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.router.settlement.decision.Decision;
import io.opentelemetry.api.trace.Span;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of the outcomes topic and what becomes of it.
 *
 * @param work the work that is put aside because of it, or null: none is, or its record can't be had
 * @param unpublished why the result goes to the dead letters and not to its tenant, or null: it is published, or there is none
 * @param span of working on it; one that records nothing where nothing is published
 */
record Decided(
        ConsumerRecord<byte[], byte[]> record,
        Decision decision,
        @Nullable ConsumerRecord<byte[], byte[]> work,
        @Nullable Fault unpublished,
        Span span) {

    Decided {
        requireNonNull(record, "record is null");
        requireNonNull(decision, "decision is null");
        requireNonNull(span, "span is null");
    }
}

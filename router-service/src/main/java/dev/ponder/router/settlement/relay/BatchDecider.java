package dev.ponder.router.settlement.relay;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.decision.Decision;
import dev.ponder.router.settlement.decision.Settler;
import dev.ponder.router.settlement.register.Ledger;
import dev.ponder.tracing.RecordTrace;
import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Decides on what a poll brought, partition by partition, reads the work that it gives up, and looks whether results have where to go. Changes nothing but opens spans. The
 * settlement thread alone.
 */
final class BatchDecider {

    private final Settler settler;
    private final GivenUpWork givenUp;
    private final Outlets outlets;
    private final RecordTrace trace;
    private final Ticker ticker;

    BatchDecider(Settler settler, GivenUpWork givenUp, Outlets outlets, RecordTrace trace, Ticker ticker) {
        this.settler = settler;
        this.givenUp = givenUp;
        this.outlets = outlets;
        this.trace = trace;
        this.ticker = ticker;
    }

    Batch decide(ConsumerRecords<byte[], byte[]> records, Ledger ledger) {
        List<Decided> decided = new ArrayList<>(records.count());
        for (TopicPartition partition : records.partitions()) {
            decide(records.records(partition), partition.partition(), ledger, decided);
        }
        return new Batch(decided, records.nextOffsets());
    }

    private void decide(
            List<ConsumerRecord<byte[], byte[]>> records, int partition, Ledger ledger, List<Decided> decided) {
        List<byte @Nullable []> values = new ArrayList<>(records.size());
        records.forEach(record -> values.add(record.value()));
        List<Decision> decisions = settler.decide(values, ledger.of(partition), ticker.now());
        for (int i = 0; i < records.size(); i++) {
            ConsumerRecord<byte[], byte[]> record = records.get(i);
            Decision decision = decisions.get(i);
            decided.add(
                    new Decided(record, decision, givenUp.of(decision), unpublished(decision), span(record, decision)));
        }
    }

    private @Nullable Fault unpublished(Decision decision) {
        return decision instanceof Decision.Settled settled
                ? outlets.unpublished(settled.key().tenant()).orElse(null)
                : null;
    }

    private Span span(ConsumerRecord<byte[], byte[]> record, Decision decision) {
        return switch (decision) {
            case Decision.Settled settled ->
                trace.startProcess(Topics.OUTCOMES, settled.key().id().value(), record.headers());
            case Decision.Duplicate _,
                    Decision.Fenced _,
                    Decision.Noted _,
                    Decision.Withdrawn _,
                    Decision.Overtaken _,
                    Decision.Refused _ -> Span.getInvalid();
        };
    }
}

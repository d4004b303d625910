package dev.ponder.simulation.client;

import dev.ponder.simulation.broker.Transaction;
import dev.ponder.simulation.broker.Transactions;
import dev.ponder.simulation.broker.VirtualBroker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A transactional producer. A commit that is on its way arrives although its sender dies, unless the id was taken over meanwhile. */
final class TransactionalCalls implements Calls.Answer {

    private static final Duration STEP = Duration.ofMillis(5);

    private final VirtualBroker broker;
    private final Transactions transactions;
    private final Wire wire;
    private final String id;
    private int epoch = -1;
    private @Nullable Transaction open;

    TransactionalCalls(VirtualBroker broker, Wire wire, String id) {
        this.broker = broker;
        this.transactions = broker.transactions();
        this.wire = wire;
        this.id = id;
    }

    @Override
    @SuppressWarnings("unchecked") // As the methods are declared.
    public @Nullable Object to(String method, Object[] arguments) {
        return switch (method) {
            case "initTransactions" -> takeOver();
            case "beginTransaction" -> begin();
            case "send" -> send((ProducerRecord<byte[], byte[]>) arguments[0]);
            case "sendOffsetsToTransaction" ->
                progress((Map<TopicPartition, OffsetAndMetadata>) arguments[0], (ConsumerGroupMetadata) arguments[1]);
            case "commitTransaction" -> commit();
            case "close" -> null;
            default -> throw Calls.unknown(method);
        };
    }

    private @Nullable Object takeOver() {
        wire.call();
        epoch = transactions.init(id);
        awaitFormer();
        return null;
    }

    private @Nullable Object begin() {
        open = null;
        return null;
    }

    private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        wire.call();
        transactions.requireCurrent(id, epoch);
        return CompletableFuture.completedFuture(ProducerCalls.metadata(broker.append(record, opened())));
    }

    private @Nullable Object progress(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata member) {
        wire.call();
        broker.settlement().require(member.groupInstanceId().orElseThrow(), member.memberId(), member.generationId());
        transactions.add(opened(), id, epoch, member.groupId(), offsets);
        return null;
    }

    private @Nullable Object commit() {
        Transaction mine = open;
        wire.send(() -> transactions.commit(mine, id, epoch));
        return null;
    }

    private Transaction opened() {
        Transaction now = open;
        if (now == null) {
            awaitFormer();
            now = transactions.begin(id, epoch);
            open = now;
        }
        return now;
    }

    private void awaitFormer() {
        while (!transactions.isComplete(id)) {
            wire.pause(STEP);
        }
    }
}

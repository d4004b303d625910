package dev.ponder.simulation.actor;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Cancelled;
import dev.ponder.contracts.outcome.Dispatched;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import dev.ponder.contracts.work.WorkPlace;
import dev.ponder.router.dispatch.Dispatch;
import dev.ponder.router.sharing.Share;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A router's writing, in the order of the shipped one: the work, then the notice of where it lies. */
final class Handover implements Dispatch {

    private static final double STALLS = 0.1;

    private final World world;
    private final Line line;

    Handover(World world, Line line) {
        this.world = world;
        this.line = line;
    }

    @Override
    public Uni<Void> work(Task task, Share share, Span span) {
        WorkPlace[] place = new WorkPlace[1];
        byte[] key = utf8(task.id().value());
        line.send(() -> {
            ConsumerRecord<byte[], byte[]> at =
                    world.broker().append(new ProducerRecord<>(World.WORK, 0, key, Json.write(task)));
            place[0] = new WorkPlace(at.topic(), at.partition(), at.offset());
        });
        stall();
        return tell(new Dispatched(
                Notice.VERSION,
                task.asked(),
                task.deadline(),
                place[0],
                task.plan().promisedTokens(),
                Map.of()));
    }

    @Override
    public Uni<Void> conclude(Outcome outcome, Span span) {
        return tell(outcome);
    }

    @Override
    public Uni<Void> cancel(Cancelled notice, Span span) {
        return tell(notice);
    }

    @Override
    public Uni<Void> putAside(DeadLetter letter, TenantId owner, ConsumerRecord<byte[], byte[]> record) {
        return write(new ProducerRecord<>(Topics.deadLetters(owner), record.key(), record.value()));
    }

    /** So that work may be done before its notice is written. */
    private void stall() {
        line.pause(world.faulty(STALLS) ? world.between(100, 6_000) : world.between(0, 5));
    }

    private Uni<Void> tell(Notice notice) {
        return write(
                new ProducerRecord<>(Topics.OUTCOMES, utf8(notice.key().id().value()), Json.write(notice)));
    }

    private Uni<Void> write(ProducerRecord<byte[], byte[]> record) {
        line.send(() -> world.broker().append(record));
        return Uni.createFrom().voidItem();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

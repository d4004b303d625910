package dev.ponder.simulation.actor;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.reasoner.emission.Emission;
import io.opentelemetry.api.trace.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Writes what a reasoner says. First leases are written within a lock of the shipped code, so that they take no time here; progress is
 * on its way for a while, and may come after its sender has died.
 */
final class Telling implements Emission {

    private static final double REFUSED = 0.02;
    private static final double SLOW = 0.05;
    private static final long SLOW_MILLIS = 4_000;

    private final World world;
    private final Line line;
    /** Of what progress was written here. */
    private final Set<String> kept = new HashSet<>();

    Telling(World world, Line line) {
        this.world = world;
        this.line = line;
    }

    @Override
    public void chunk(Chunk chunk, Span span) {
        // Chunks promise nothing.
    }

    @Override
    public void conclude(Outcome outcome, boolean progressLeft, Span span) {
        ProducerRecord<byte[], byte[]> record = record(outcome);
        if (progressLeft && world.flaw() != Flaw.LEAVES_PROGRESS) {
            record.headers().add(Progress.SIGN, utf8("1"));
        }
        int attempt = outcome.asked().attempt();
        line.send(() -> {
            var _ = world.broker().append(record);
            if (kept.contains(place(outcome.key(), attempt))) {
                world.invariants().concludedWithProgress(outcome.key(), attempt);
            }
        });
    }

    @Override
    public CompletionStage<Void> keep(Progress far) {
        line.requireLife();
        VirtualFuture told = new VirtualFuture(world.clock());
        boolean refused = world.faulty(REFUSED);
        boolean lost = world.faulty(REFUSED);
        Duration way = world.faulty(SLOW) ? world.between(100, SLOW_MILLIS) : world.between(0, 5);
        byte[] key = utf8(far.key().digest());
        world.agenda().after(way, () -> {
            if (!refused) {
                var _ = world.broker().append(new ProducerRecord<>(Topics.PROGRESS, key, Json.write(far)));
                kept.add(place(far.key(), far.attempt()));
            }
            if (refused || lost) {
                told.completeExceptionally(new TimeoutException("not taken, or the answer was lost"));
            } else {
                told.complete(null);
            }
        });
        return told;
    }

    private static String place(RequestKey key, int attempt) {
        return key + " " + attempt;
    }

    @Override
    public void hold(Held held) {
        line.requireLife();
        if (world.faulty(REFUSED)) {
            throw new IllegalStateException("not taken");
        }
        var _ = world.broker().append(record(held));
        if (world.faulty(REFUSED)) {
            throw new IllegalStateException("taken, but the answer was lost");
        }
    }

    /** Taken in the order of sending, as an idempotent producer has it; the answer comes when it comes. */
    @Override
    public CompletionStage<Void> renew(Held held) {
        line.requireLife();
        VirtualFuture told = new VirtualFuture(world.clock());
        boolean refused = world.faulty(REFUSED);
        if (!refused) {
            var _ = world.broker().append(record(held));
        }
        boolean lost = world.faulty(REFUSED);
        Duration way = world.faulty(SLOW) ? world.between(100, SLOW_MILLIS) : world.between(0, 5);
        world.agenda().after(way, () -> {
            if (refused || lost) {
                told.completeExceptionally(new TimeoutException("not taken, or the answer was lost"));
            } else {
                told.complete(null);
            }
        });
        return told;
    }

    @Override
    public void putAside(DeadLetter letter, byte[] value) {
        line.send(() -> world.broker().append(new ProducerRecord<>(Topics.deadLetters(TenantId.DEFAULT), null, value)));
    }

    private static ProducerRecord<byte[], byte[]> record(Notice notice) {
        return new ProducerRecord<>(Topics.OUTCOMES, utf8(notice.key().id().value()), Json.write(notice));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

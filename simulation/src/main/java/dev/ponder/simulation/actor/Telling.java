package dev.ponder.simulation.actor;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.deadletter.DeadLetter;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes what a reasoner says. Leases are written within a lock of the shipped code, so that they take no time here. */
final class Telling implements Emission {

    private static final double REFUSED = 0.02;

    private final World world;
    private final Line line;

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
        line.send(() -> world.broker().append(record(outcome)));
    }

    @Override
    public CompletionStage<Void> keep(Progress far) {
        return CompletableFuture.completedFuture(null); // A help and no promise: nothing here goes on from it.
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

    @Override
    public void putAside(DeadLetter letter, byte[] value) {
        line.send(() -> world.broker().append(new ProducerRecord<>(Topics.deadLetters(TenantId.DEFAULT), null, value)));
    }

    private static ProducerRecord<byte[], byte[]> record(Notice notice) {
        byte[] key = notice.key().id().value().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(Topics.OUTCOMES, key, Json.write(notice));
    }
}

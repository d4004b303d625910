package dev.ponder.local.demo;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.local.exchange.Question;
import dev.ponder.local.exchange.TraceContext;
import dev.ponder.local.trace.SpanFiles;
import dev.ponder.local.trace.TraceTree;
import dev.ponder.local.trace.WrittenSpan;
import dev.ponder.mechanics.time.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trace of the first question: our own span, which is its root, and those that the services wrote. One thread. */
final class ShownTrace {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Ticker ticker;

    private @Nullable RequestId id;
    private TraceContext context = new TraceContext("", "");
    private Instant askedAt = Instant.EPOCH;
    private Instant settledAt = Instant.EPOCH;

    ShownTrace(Ticker ticker) {
        this.ticker = ticker;
    }

    void asked(Question question, TraceContext begun) {
        if (id == null) {
            id = question.id();
            context = begun;
            askedAt = ticker.now();
        }
    }

    void settled(Question question) {
        if (question.id().equals(id)) {
            settledAt = ticker.now();
        }
    }

    /** Draws it; services write their spans a little later, so it is best drawn once they have ended. */
    List<String> draw(Collection<Path> spanFiles) throws IOException {
        List<WrittenSpan> spans = new ArrayList<>(SpanFiles.spansOf(context.trace(), spanFiles));
        spans.add(new WrittenSpan(
                context.trace(), context.span(), "", "ask " + id, epochNanos(askedAt), epochNanos(settledAt), "you"));
        return TraceTree.draw(spans);
    }

    private static long epochNanos(Instant at) {
        return at.getEpochSecond() * NANOS_PER_SECOND + at.getNano();
    }
}

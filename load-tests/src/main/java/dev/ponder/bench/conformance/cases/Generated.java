package dev.ponder.bench.conformance.cases;

import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.TextDelta;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What our client makes of one generation. The connection's thread writes; the case waits. */
final class Generated implements GenerationListener {

    private static final long PATIENCE_SECONDS = 30;

    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final CompletableFuture<GenerationEnd> end = new CompletableFuture<>();

    @Override
    public void onDelta(TextDelta delta) {
        synchronized (text) {
            text.append(delta.text());
        }
        first.complete(null);
    }

    @Override
    public void onEnd(GenerationEnd ended) {
        end.complete(ended);
    }

    boolean awaitFirst() throws InterruptedException {
        try {
            first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException none) {
            return false;
        }
    }

    /** The text, and how it ended. */
    List<String> lines() throws InterruptedException {
        String ended = ended();
        synchronized (text) {
            return List.of("text '" + text.toString().replace("\n", "\\n") + "'", ended);
        }
    }

    /** How it ended. */
    String ended() throws InterruptedException {
        try {
            return shown(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException none) {
            return "no end";
        }
    }

    private static String shown(GenerationEnd end) {
        return switch (end) {
            case GenerationEnd.Completed completed -> "completed " + completed.reason();
            case GenerationEnd.Cancelled _ -> "cancelled";
            case GenerationEnd.Failed failed -> "failed " + failed.kind().code();
        };
    }
}

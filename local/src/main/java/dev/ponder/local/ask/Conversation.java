package dev.ponder.local.ask;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.result.Result;
import dev.ponder.local.exchange.Heard;
import dev.ponder.local.exchange.StreamedChain;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for one request's result, showing its thinking meanwhile. One thread. */
final class Conversation {

    private final RequestId id;
    private final BlockingQueue<Heard> heard;
    private final Ticker ticker;
    private final Optional<Screen> screen;
    private final StreamedChain chain = new StreamedChain();

    Conversation(RequestId id, BlockingQueue<Heard> heard, Ticker ticker, Optional<Screen> screen) {
        this.id = id;
        this.heard = heard;
        this.ticker = ticker;
        this.screen = screen;
    }

    /** Sends, and returns the result; fails if Kafka refuses the question or no result comes in time. */
    Result ask(Supplier<CompletableFuture<Void>> send, Duration limit) throws InterruptedException, LaunchException {
        CompletableFuture<Void> sent = send.get();
        long deadlineNanos = ticker.nanos() + limit.toNanos();
        while (deadlineNanos - ticker.nanos() > 0 && !sent.isCompletedExceptionally()) {
            Heard next = heard.poll(Math.min(deadlineNanos - ticker.nanos(), LOOK_NANOS), TimeUnit.NANOSECONDS);
            Optional<Result> result = next == null ? Optional.empty() : hear(next);
            if (result.isPresent()) {
                return result.orElseThrow();
            }
        }
        throw sent.isCompletedExceptionally()
                ? new LaunchException(
                        "Kafka did not take the question: "
                                + sent.exceptionNow().getMessage(),
                        sent.exceptionNow())
                : new LaunchException("no result came in " + limit.toSeconds() + " s; the question was " + id);
    }

    private static final long LOOK_NANOS = 200_000_000;

    private Optional<Result> hear(Heard next) throws LaunchException {
        return switch (next) {
            case Heard.Thinking(Chunk chunk) -> {
                show(chunk);
                yield Optional.empty();
            }
            case Heard.Settled(Result result, long _) ->
                result.id().equals(id.value()) ? Optional.of(result) : Optional.empty();
            case Heard.Unreadable _ -> Optional.empty();
            case Heard.Silenced(String why) -> throw new LaunchException("the results can't be read any more: " + why);
        };
    }

    private void show(Chunk chunk) {
        if (chunk.id().equals(id) && screen.isPresent()) {
            chain.accept(chunk).stream()
                    .filter(piece -> piece.kind() == Chunk.Kind.REASONING)
                    .forEach(piece -> screen.orElseThrow().thought(piece.text()));
        }
    }
}

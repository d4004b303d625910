package dev.ponder.triton.client.shard;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.TextDelta;
import dev.ponder.triton.client.generation.TokenUsage;
import dev.ponder.triton.client.profile.OutputReader;
import dev.ponder.triton.client.profile.OutputReader.Piece;
import dev.ponder.triton.client.profile.UnreadableOutputException;
import dev.ponder.triton.wire.ModelInferResponse;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One generation from its start, before there is a call, to its one end. The connection's thread feeds it; any thread may cancel.
 */
final class RunningGeneration implements Generation {

    private static final System.Logger LOGGER = System.getLogger(RunningGeneration.class.getName());

    private final GenerationRequest request;
    private final GenerationListener listener;
    private final String shard;
    private final Ticker ticker;
    private final Runnable stopBySide;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Object lock = new Object();
    private boolean cancelled;
    private @Nullable InferenceCall call;

    /**
     * Waits for a call.
     *
     * @param stopBySide run at a cancel once there is a call
     */
    RunningGeneration(
            GenerationRequest request, GenerationListener listener, String shard, Ticker ticker, Runnable stopBySide) {
        this.request = request;
        this.listener = listener;
        this.shard = shard;
        this.ticker = ticker;
        this.stopBySide = stopBySide;
    }

    @Override
    public String id() {
        return request.id();
    }

    @Override
    public void cancel() {
        InferenceCall running;
        synchronized (lock) {
            cancelled = true;
            running = call;
        }
        if (running == null) {
            end(new GenerationEnd.Cancelled(TokenUsage.NONE));
        } else if (!ended.get()) {
            stopBySide.run();
            running.cancel();
        }
    }

    /** Takes the call down after an end of our own; the server would go on. */
    private void abandon() {
        InferenceCall running;
        synchronized (lock) {
            running = call;
        }
        if (running != null) {
            running.cancel();
        }
    }

    /** Makes the call its own and starts it, unless it was cancelled first. */
    void run(InferenceCall own) {
        synchronized (lock) {
            if (cancelled) {
                return;
            }
            call = own;
        }
        own.start();
    }

    /** Ends it before there is a call. */
    void fail(FailureKind kind) {
        fail(kind, TokenUsage.NONE);
    }

    /** Hears the call, once there is one. */
    CallListener reading(OutputReader reader, int promptTokens) {
        return new Reading(reader, promptTokens);
    }

    private void fail(FailureKind kind, TokenUsage usage) {
        end(new GenerationEnd.Failed(kind, Failures.sentence(shard, kind), usage));
    }

    private void end(GenerationEnd end) {
        if (ended.compareAndSet(false, true)) {
            listener.onEnd(end);
        }
    }

    private final class Reading implements CallListener {
        private final OutputReader reader;
        private final int promptTokens;

        private Reading(OutputReader reader, int promptTokens) {
            this.reader = reader;
            this.promptTokens = promptTokens;
        }

        @Override
        public void onResponse(ModelInferResponse response) {
            if (ended.get()) {
                return;
            }
            try {
                deliver(reader.accept(response));
            } catch (UnreadableOutputException unreadable) {
                LOGGER.log(System.Logger.Level.WARNING, "{0}: {1}", shard, unreadable.getMessage());
                fail(FailureKind.UNREADABLE, usage());
                abandon();
            }
        }

        private void deliver(Piece piece) {
            if (!piece.isEmpty()) {
                listener.onDelta(new TextDelta(piece.text(), piece.tokens(), ticker.nanos()));
            }
        }

        @Override
        public void onEnd(CallEnd end) {
            if (ended.get()) {
                return;
            }
            switch (end) {
                case CallEnd.Finished _ -> {
                    deliver(reader.finish());
                    end(new GenerationEnd.Completed(reader.finishReason(), usage()));
                }
                case CallEnd.Cancelled _ -> end(new GenerationEnd.Cancelled(usage()));
                case CallEnd.Refused(String message) -> {
                    LOGGER.log(System.Logger.Level.TRACE, "{0}: {1}", shard, message);
                    fail(Failures.kindOf(message), usage());
                }
                case CallEnd.Broken(Status status) -> {
                    LOGGER.log(System.Logger.Level.TRACE, "{0}: {1}", shard, status);
                    fail(Failures.kindOf(status), usage());
                }
            }
        }

        private TokenUsage usage() {
            return new TokenUsage(promptTokens, reader.completionTokens());
        }
    }
}

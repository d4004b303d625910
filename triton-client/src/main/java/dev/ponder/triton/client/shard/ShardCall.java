package dev.ponder.triton.client.shard;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.TextDelta;
import dev.ponder.triton.client.generation.TokenUsage;
import dev.ponder.triton.client.profile.OutputReader;
import dev.ponder.triton.client.profile.UnreadableOutputException;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One generation's call. Ends at the first final message, with or without outputs; an error message is an end too, since
 * refusals carry no final mark. gRPC calls it on one thread at a time; only {@link #cancel()} comes from elsewhere.
 */
final class ShardCall implements ClientResponseObserver<ModelInferRequest, ModelStreamInferResponse> {

    private static final System.Logger LOGGER = System.getLogger(ShardCall.class.getName());
    private static final String FINAL = "triton_final_response";

    private final String id;
    private final OutputReader reader;
    private final int promptTokens;
    private final GenerationListener listener;
    private final Ticker ticker;
    private final String shard;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean cancelled;
    private volatile @Nullable ClientCallStreamObserver<ModelInferRequest> call;
    private int messages;

    ShardCall(
            String id,
            OutputReader reader,
            int promptTokens,
            GenerationListener listener,
            Ticker ticker,
            String shard) {
        this.id = id;
        this.reader = reader;
        this.promptTokens = promptTokens;
        this.listener = listener;
        this.ticker = ticker;
        this.shard = shard;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<ModelInferRequest> started) {
        call = started;
    }

    /** Says that no more requests come; the server then ends the call itself after the last answer. */
    void halfClose() {
        ClientCallStreamObserver<ModelInferRequest> started = call;
        if (started != null && !ended.get()) {
            started.onCompleted();
        }
    }

    void cancel() {
        cancelled = true;
        ClientCallStreamObserver<ModelInferRequest> started = call;
        if (started != null) {
            started.cancel("cancelled by the caller", null);
        }
    }

    @Override
    public void onNext(ModelStreamInferResponse message) {
        ModelInferResponse response = message.getInferResponse();
        boolean foreign = !response.getId().isEmpty() && !response.getId().equals(id);
        if (foreign || ended.get()) {
            return;
        }
        if (message.getErrorMessage().isEmpty()) {
            accept(response);
        } else {
            LOGGER.log(System.Logger.Level.TRACE, "{0}: {1}", shard, message.getErrorMessage());
            fail(Failures.kindOf(message.getErrorMessage()));
        }
    }

    private void accept(ModelInferResponse response) {
        try {
            boolean last = response.getParametersOrDefault(FINAL, InferParameter.getDefaultInstance())
                    .getBoolParam();
            String text = reader.accept(response) + (last ? reader.finish() : "");
            if (response.getOutputsCount() > 0) {
                messages++;
            }
            if (!text.isEmpty() || response.getOutputsCount() > 0) {
                listener.onDelta(new TextDelta(text, messages, ticker.nanos()));
            }
            if (last) {
                end(new GenerationEnd.Completed(reader.isCut(), usage()));
            }
        } catch (UnreadableOutputException unreadable) {
            LOGGER.log(System.Logger.Level.WARNING, "{0}: {1}", shard, unreadable.getMessage());
            fail(FailureKind.UNREADABLE);
        }
    }

    @Override
    public void onError(Throwable broken) {
        if (cancelled) {
            end(new GenerationEnd.Cancelled(usage()));
        } else {
            fail(Failures.kindOf(Status.fromThrowable(broken)));
        }
    }

    @Override
    public void onCompleted() {
        fail(FailureKind.BROKEN_STREAM);
    }

    /** Ends with a failure, and closes the call where the server would leave it open. */
    private void fail(FailureKind kind) {
        if (end(new GenerationEnd.Failed(kind, Failures.sentence(shard, kind), usage()))) {
            ClientCallStreamObserver<ModelInferRequest> started = call;
            if (started != null) {
                started.cancel("failed", null);
            }
        }
    }

    private boolean end(GenerationEnd end) {
        boolean first = ended.compareAndSet(false, true);
        if (first) {
            listener.onEnd(end);
        }
        return first;
    }

    private TokenUsage usage() {
        return new TokenUsage(promptTokens, reader.completionTokens());
    }
}

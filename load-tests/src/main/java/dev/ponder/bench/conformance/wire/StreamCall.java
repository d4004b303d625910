package dev.ponder.bench.conformance.wire;

import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One ModelStreamInfer call, fed by hand. gRPC's thread and the caller's meet under this object's lock. */
public final class StreamCall {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ClientCall<ModelInferRequest, ModelStreamInferResponse> call;
    private final List<ModelStreamInferResponse> messages = new ArrayList<>();
    private @Nullable Status status;

    private StreamCall(Channel channel, CallOptions options) {
        call = channel.newCall(GRPCInferenceServiceGrpc.getModelStreamInferMethod(), options);
        call.start(new Answers(), new Metadata());
        call.request(Integer.MAX_VALUE);
    }

    /** Opens a call without a deadline. */
    public static StreamCall open(Channel channel) {
        return new StreamCall(channel, CallOptions.DEFAULT);
    }

    /** Opens a call with a deadline. */
    public static StreamCall open(Channel channel, Duration deadline) {
        return new StreamCall(
                channel, CallOptions.DEFAULT.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Sends a request. */
    public StreamCall send(ModelInferRequest.Builder request) {
        call.sendMessage(request.build());
        return this;
    }

    /** Says that no more requests come. */
    public StreamCall halfClose() {
        call.halfClose();
        return this;
    }

    /** Cancels the call. */
    public void cancel() {
        call.cancel("cancelled by the case", null);
    }

    /** Waits for the end of the call. */
    public Status awaitEnd() throws InterruptedException {
        return awaitEnd(PATIENCE).orElseThrow(() -> new IllegalStateException("the stream did not end"));
    }

    /** Waits for the end of the call for a while. */
    public synchronized Optional<Status> awaitEnd(Duration patience) throws InterruptedException {
        await(() -> status != null, patience);
        return Optional.ofNullable(status);
    }

    /** Waits until so many messages have come, or the call has ended. */
    public synchronized void awaitMessages(int count) throws InterruptedException {
        await(() -> status != null || messages.size() >= count, PATIENCE);
    }

    /** Waits for the last word on a request, or the end of the call. */
    public synchronized void awaitFinal(String id) throws InterruptedException {
        await(() -> status != null || messages.stream().anyMatch(isLastOf(id)), PATIENCE);
    }

    private static Predicate<ModelStreamInferResponse> isLastOf(String id) {
        return message -> message.getInferResponse().getId().equals(id)
                && message.getInferResponse()
                        .getParametersOrDefault("triton_final_response", InferParameter.getDefaultInstance())
                        .getBoolParam();
    }

    private interface Condition {
        boolean holds();
    }

    private void await(Condition condition, Duration patience) throws InterruptedException {
        long untilNanos = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            long leftMillis = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
            if (leftMillis <= 0) {
                return;
            }
            wait(leftMillis);
        }
    }

    /** What has come so far. */
    public synchronized List<ModelStreamInferResponse> messages() {
        return List.copyOf(messages);
    }

    /** What has come so far of one request, as lines. */
    public List<String> lines(String id) {
        return messages().stream()
                .filter(message -> message.getInferResponse().getId().equals(id))
                .map(Shown::message)
                .toList();
    }

    private final class Answers extends ClientCall.Listener<ModelStreamInferResponse> {
        @Override
        public void onMessage(ModelStreamInferResponse message) {
            synchronized (StreamCall.this) {
                messages.add(message);
                StreamCall.this.notifyAll();
            }
        }

        @Override
        public void onClose(Status ended, Metadata trailers) {
            synchronized (StreamCall.this) {
                status = ended;
                StreamCall.this.notifyAll();
            }
        }
    }
}

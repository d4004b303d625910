package dev.ponder.triton.client.shard;

import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One {@code ModelStreamInfer} call that carries one request, whatever the model. The stream's rules are all here (Triton
 * {@code stream_infer_handler.cc}, and what a real 2.51.0 was seen to do):
 *
 * <ul>
 *   <li>The call is half-closed after its request, which is no cancel: all answers still come, then the server ends it.
 *   <li>It ends at the first message with {@code triton_final_response}, with or without outputs.
 *   <li>An error message ends it too: refusals carry no final mark, and a backend may go on after an error of its own. The call is
 *       then cancelled, since a server that is going never hangs up itself.
 *   <li>Messages of other ids are passed over.
 *   <li>Header {@code triton_grpc_error} is never sent: a real server crashes by it when a backend goes on after its error.
 * </ul>
 *
 * The connection calls the listener; any thread may cancel.
 */
final class InferenceCall {

    private static final String FINAL = "triton_final_response";

    private final ClientCall<ModelInferRequest, ModelStreamInferResponse> call;
    private final ModelInferRequest request;
    private final CallListener listener;
    private final Object lock = new Object();
    private boolean sent;
    private boolean cancelWanted;
    /** The connection's threads alone, one at a time. */
    private boolean ended;

    InferenceCall(Channel channel, ModelInferRequest request, Duration deadline, CallListener listener) {
        CallOptions options =
                CallOptions.DEFAULT.withDeadlineAfter(TimeUnit.NANOSECONDS.convert(deadline), TimeUnit.NANOSECONDS);
        this.call = channel.newCall(GRPCInferenceServiceGrpc.getModelStreamInferMethod(), options);
        this.request = request;
        this.listener = listener;
    }

    /** Sends the request. Messages are asked for without limit: a slow reader would make the server queue, not the engine wait. */
    void start() {
        call.start(new Answers(), new Metadata());
        call.request(Integer.MAX_VALUE);
        call.sendMessage(request);
        call.halfClose();
        boolean cancelledMeanwhile;
        synchronized (lock) {
            sent = true;
            cancelledMeanwhile = cancelWanted;
        }
        if (cancelledMeanwhile) {
            reset();
        }
    }

    /** Ends the call and, where the engine listens, the generation. Harmless after the end. */
    void cancel() {
        boolean sending;
        synchronized (lock) {
            cancelWanted = true;
            sending = !sent;
        }
        // A call that is cancelled between start and half-close throws at the one who starts it.
        if (!sending) {
            reset();
        }
    }

    private void reset() {
        call.cancel("cancelled by the client", null);
    }

    private boolean isCancelWanted() {
        synchronized (lock) {
            return cancelWanted;
        }
    }

    private final class Answers extends ClientCall.Listener<ModelStreamInferResponse> {

        @Override
        public void onMessage(ModelStreamInferResponse message) {
            ModelInferResponse response = message.getInferResponse();
            boolean foreign = !response.getId().isEmpty() && !response.getId().equals(request.getId());
            if (foreign || ended) {
                return;
            }
            if (!message.getErrorMessage().isEmpty()) {
                end(new CallEnd.Refused(message.getErrorMessage()));
                cancel();
            } else {
                accept(response);
            }
        }

        private void accept(ModelInferResponse response) {
            listener.onResponse(response);
            boolean last = response.containsParameters(FINAL)
                    && response.getParametersOrThrow(FINAL).getBoolParam();
            if (last) {
                end(new CallEnd.Finished());
            }
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            boolean ours = status.getCode() == Status.Code.CANCELLED && isCancelWanted();
            end(ours ? new CallEnd.Cancelled() : new CallEnd.Broken(status));
        }

        private void end(CallEnd end) {
            if (!ended) {
                ended = true;
                listener.onEnd(end);
            }
        }
    }
}

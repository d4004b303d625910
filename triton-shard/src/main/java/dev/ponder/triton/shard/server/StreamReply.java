package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.fault.Fault;
import dev.ponder.triton.shard.serve.Messages;
import dev.ponder.triton.shard.serve.Reply;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import io.grpc.Status;

/** One request's place in a stream, which other requests share. Holds the outputs to what was asked for. */
final class StreamReply implements Reply {

    private static final String EMPTY_FINAL = "triton_enable_empty_final_response";

    private final ModelInferRequest request;
    private final StreamSession session;

    StreamReply(ModelInferRequest request, StreamSession session) {
        this.request = request;
        this.session = session;
    }

    /** An end without outputs is told only to a request that asked for it. */
    @Override
    public void send(ModelInferResponse message) {
        boolean wanted = message.getOutputsCount() > 0
                || (request.containsParameters(EMPTY_FINAL)
                        && request.getParametersOrThrow(EMPTY_FINAL).getBoolParam());
        if (wanted) {
            session.send(Messages.asked(request, message));
        }
    }

    /** The code is lost: a stream has room for the text alone. */
    @Override
    public void error(ModelInferResponse about, Status.Code code, String text) {
        session.error(about, text);
    }

    @Override
    public void ended() {
        session.ended();
    }

    @Override
    public void breakOff(Fault fault) {
        session.breakOff(fault);
    }
}

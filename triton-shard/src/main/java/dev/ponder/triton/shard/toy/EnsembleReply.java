package dev.ponder.triton.shard.toy;

import dev.ponder.triton.shard.fault.Fault;
import dev.ponder.triton.shard.serve.Messages;
import dev.ponder.triton.shard.serve.Reply;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import io.grpc.Status;

/** What an ensemble makes of its model's answers, as a real server was seen to. Called by the model's thread alone. */
final class EnsembleReply implements Reply {

    private final ModelInferRequest request;
    private final Reply reply;
    private boolean failed;

    EnsembleReply(ModelInferRequest request, Reply reply) {
        this.request = request;
        this.reply = reply;
    }

    @Override
    public void send(ModelInferResponse message) {
        ModelInferResponse.Builder own = message.toBuilder().setModelName(request.getModelName());
        if (message.getOutputsCount() > 0) {
            own.putParameters(
                            "sequence_id",
                            InferParameter.newBuilder().setInt64Param(0).build())
                    .putParameters("sequence_start", no())
                    .putParameters("sequence_end", no());
        }
        if (!failed) {
            reply.send(own.build());
        }
    }

    private static InferParameter no() {
        return InferParameter.newBuilder().setBoolParam(false).build();
    }

    /** An error ends the request, whether its model goes on or not. */
    @Override
    public void error(ModelInferResponse about, Status.Code code, String text) {
        if (!failed) {
            failed = true;
            reply.error(Messages.emptyFinal(request), code, "in ensemble '" + request.getModelName() + "', " + text);
        }
    }

    @Override
    public void ended() {
        reply.ended();
    }

    @Override
    public void breakOff(Fault fault) {
        reply.breakOff(fault);
    }
}

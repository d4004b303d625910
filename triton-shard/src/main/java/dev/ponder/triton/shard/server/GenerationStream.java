package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.engine.TokenSink;
import dev.ponder.triton.shard.fault.ActiveFaults;
import dev.ponder.triton.shard.metrics.ShardCounters;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;

/** Frames one generation's tokens into messages of its stream. Called on the engine's thread alone. */
final class GenerationStream implements TokenSink {

    private final ModelInferRequest request;
    private final StreamSession session;
    private final Generations generations;
    private final ShardCounters counters;
    private final ActiveFaults faults;
    private final StringBuilder whole = new StringBuilder();
    private int tokens;
    private boolean failed;

    GenerationStream(
            ModelInferRequest request, StreamSession session, Generations generations, ShardCounters counters) {
        this.request = request;
        this.session = session;
        this.generations = generations;
        this.counters = counters;
        this.faults = generations.faults();
    }

    @Override
    public void onToken(String token, boolean last, boolean cut) {
        if (failed) {
            return;
        }
        if (faults.cuts(tokens)) {
            failed = true;
            session.cut();
        } else if (faults.fails(tokens)) {
            fail();
        } else {
            send(token, last, cut);
        }
    }

    private void send(String token, boolean last, boolean cut) {
        tokens++;
        whole.append(token);
        ModelInferResponse.Builder response = StreamMessages.about(request, last);
        String datatype = faults.wrongDatatype() ? "FP32" : "BYTES";
        generations.form().write(response, new TextForm.Texts(token, whole.toString(), last, cut, datatype));
        session.send(response.build());
        if (last) {
            end();
            counters.succeeded(tokens);
        }
    }

    private void fail() {
        failed = true;
        counters.failed();
        session.sendError(StreamMessages.emptyFinal(request), "Error generating request: simulated backend error");
        end();
    }

    @Override
    public void onCancelled() {
        counters.cancelled();
        if (!failed) {
            session.send(StreamMessages.emptyFinal(request));
        }
        end();
    }

    private void end() {
        generations.ended(request.getId());
        session.generationEnded();
    }
}

package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.brain.Script;
import dev.ponder.triton.shard.engine.TokenSink;
import dev.ponder.triton.shard.fault.ActiveFaults;
import dev.ponder.triton.shard.fault.Fault;
import dev.ponder.triton.shard.metrics.ShardCounters;
import dev.ponder.triton.shard.serve.Messages;
import dev.ponder.triton.shard.serve.Reply;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import io.grpc.Status;
import java.util.Optional;

/** Frames one generation's tokens into messages of its stream. Called on the engine's thread alone. */
final class GenerationStream implements TokenSink {

    private final ModelInferRequest request;
    private final Reply reply;
    private final Generations generations;
    private final ShardCounters counters;
    private final ActiveFaults faults;
    private final Stopwatch watch;
    private final StringBuilder whole = new StringBuilder();
    private int tokens;
    private boolean failed;
    private boolean ended;

    GenerationStream(ModelInferRequest request, Reply reply, Generations generations, Stopwatch watch) {
        this.request = request;
        this.reply = reply;
        this.generations = generations;
        this.counters = generations.counters();
        this.faults = generations.faults();
        this.watch = watch;
    }

    @Override
    public void onToken(String token, boolean last, boolean cut) {
        if (failed) {
            return;
        }
        Optional<Fault> breaks = faults.breaks(tokens);
        if (breaks.isPresent()) {
            failed = true;
            reply.breakOff(breaks.orElseThrow());
        } else if (faults.fails(tokens)) {
            fail();
        } else {
            send(token, last, cut);
        }
    }

    private void send(String scripted, boolean last, boolean cut) {
        long readyNanos = generations.nanos();
        String token =
                scripted.equals(Script.STAMP) ? tokens + "@" + generations.now().toEpochMilli() + " " : scripted;
        tokens++;
        whole.append(token);
        ModelInferResponse.Builder response = Messages.about(request, last);
        String datatype = faults.wrongDatatype() ? "FP32" : "BYTES";
        generations.form().write(response, new TextForm.Texts(token, whole.toString(), last, cut, datatype));
        reply.send(response.build());
        watch.sent(readyNanos, generations.nanos());
        if (last) {
            end();
            counters.succeeded(watch.finished(tokens));
        }
    }

    private void fail() {
        failed = true;
        counters.failed();
        reply.error(
                Messages.emptyFinal(request),
                Status.Code.INTERNAL,
                "Error generating request: simulated backend error");
        generations.stop(request.getId());
        end();
    }

    @Override
    public void onCancelled() {
        if (!failed) {
            counters.cancelled();
            reply.send(Messages.emptyFinal(request));
        }
        end();
    }

    private void end() {
        generations.ended(request.getId());
        if (!ended) {
            ended = true;
            reply.ended();
        }
    }
}

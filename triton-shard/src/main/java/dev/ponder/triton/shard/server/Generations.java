package dev.ponder.triton.shard.server;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.shard.brain.Brain;
import dev.ponder.triton.shard.brain.Prompt;
import dev.ponder.triton.shard.brain.Script;
import dev.ponder.triton.shard.brain.TokenPieces;
import dev.ponder.triton.shard.engine.Engine;
import dev.ponder.triton.shard.engine.GenerationJob;
import dev.ponder.triton.shard.fault.ActiveFaults;
import dev.ponder.triton.shard.metrics.ShardCounters;
import dev.ponder.triton.shard.model.TensorBytes;
import dev.ponder.triton.shard.serve.Answering;
import dev.ponder.triton.shard.serve.Messages;
import dev.ponder.triton.shard.serve.Reply;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import io.grpc.Status;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Turns accepted requests into generations, and knows the running ones by id for {@code stop=true}. Thread-safe. */
final class Generations implements Answering {

    private static final int DEFAULT_MAX_TOKENS = 16;

    private final Brain brain;
    private final Engine engine;
    private final TextForm form;
    private final ActiveFaults faults;
    private final ShardCounters counters;
    private final Ticker ticker = Ticker.system();
    private final Map<String, Engine.Running> running = new ConcurrentHashMap<>();

    Generations(Brain brain, Engine engine, TextForm form, ActiveFaults faults, ShardCounters counters) {
        this.brain = brain;
        this.engine = engine;
        this.form = form;
        this.faults = faults;
        this.counters = counters;
    }

    Instant now() {
        return ticker.now();
    }

    long nanos() {
        return ticker.nanos();
    }

    TextForm form() {
        return form;
    }

    ActiveFaults faults() {
        return faults;
    }

    ShardCounters counters() {
        return counters;
    }

    @Override
    public Optional<Engine.Running> start(ModelInferRequest request, Reply reply) {
        return TensorBytes.flag(request, "stop") ? Optional.of(stopped(request, reply)) : generate(request, reply);
    }

    /** A stop call is answered at once, whether there was anything to stop or not. */
    private Engine.Running stopped(ModelInferRequest request, Reply reply) {
        stop(request.getId());
        if (form == TextForm.LLMAPI) {
            ModelInferResponse about =
                    ModelInferResponse.newBuilder().setId(request.getId()).build();
            reply.error(about, Status.Code.CANCELLED, "Request cancelled by client");
        } else {
            reply.send(Messages.emptyFinal(request));
        }
        reply.ended();
        return () -> {};
    }

    private Optional<Engine.Running> generate(ModelInferRequest request, Reply reply) {
        long askedNanos = ticker.nanos();
        Prompt prompt = new Prompt(
                form.prompt(request),
                TensorBytes.number(request, form.seedName()).orElse(0));
        Script script =
                brain.think(prompt).orElseThrow(() -> new IllegalStateException("the last brain knows nothing"));
        int maxTokens =
                Math.max(1, TensorBytes.number(request, form.maxTokensName()).orElse(DEFAULT_MAX_TOKENS));
        GenerationJob job = new GenerationJob(TokenPieces.count(prompt.text()), form.tokens(script), maxTokens);
        Stopwatch watch = new Stopwatch(job.promptTokens(), askedNanos, ticker.nanos());
        Optional<Engine.Running> started = engine.submit(job, new GenerationStream(request, reply, this, watch));
        started.filter(_ -> !request.getId().isEmpty()).ifPresent(one -> running.put(request.getId(), one));
        return started;
    }

    /** Cancels the generation of an id, if there is one. */
    void stop(String id) {
        Engine.Running one = running.get(id);
        if (one != null) {
            one.cancel();
        }
    }

    void ended(String id) {
        running.remove(id);
    }
}

package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.brain.Brain;
import dev.ponder.triton.shard.brain.Prompt;
import dev.ponder.triton.shard.brain.Script;
import dev.ponder.triton.shard.brain.TokenPieces;
import dev.ponder.triton.shard.engine.Engine;
import dev.ponder.triton.shard.engine.GenerationJob;
import dev.ponder.triton.shard.engine.TokenSink;
import dev.ponder.triton.shard.fault.ActiveFaults;
import dev.ponder.triton.shard.model.TensorBytes;
import dev.ponder.triton.wire.ModelInferRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Turns accepted requests into generations, and knows the running ones by id for {@code stop=true}. Thread-safe. */
final class Generations {

    private static final int DEFAULT_MAX_TOKENS = 16;

    private final Brain brain;
    private final Engine engine;
    private final TextForm form;
    private final ActiveFaults faults;
    private final Map<String, Engine.Running> running = new ConcurrentHashMap<>();

    Generations(Brain brain, Engine engine, TextForm form, ActiveFaults faults) {
        this.brain = brain;
        this.engine = engine;
        this.form = form;
        this.faults = faults;
    }

    TextForm form() {
        return form;
    }

    ActiveFaults faults() {
        return faults;
    }

    /** Starts a generation; gives nothing where the queue is full. */
    Optional<Engine.Running> start(ModelInferRequest request, TokenSink sink) {
        Prompt prompt = new Prompt(
                form.prompt(request),
                TensorBytes.number(request, form.seedName()).orElse(0));
        Script script =
                brain.think(prompt).orElseThrow(() -> new IllegalStateException("the last brain knows nothing"));
        int maxTokens =
                Math.max(1, TensorBytes.number(request, form.maxTokensName()).orElse(DEFAULT_MAX_TOKENS));
        GenerationJob job = new GenerationJob(TokenPieces.count(prompt.text()), form.tokens(script), maxTokens);
        Optional<Engine.Running> started = engine.submit(job, sink);
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

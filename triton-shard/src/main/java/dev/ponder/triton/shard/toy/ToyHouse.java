package dev.ponder.triton.shard.toy;

import dev.ponder.triton.shard.engine.Engine;
import dev.ponder.triton.shard.metrics.ShardCounters;
import dev.ponder.triton.shard.serve.Answering;
import dev.ponder.triton.shard.serve.Reply;
import dev.ponder.triton.shard.serve.ServedModel;
import dev.ponder.triton.wire.ModelInferRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** All toys, ready to be served. Owns a thread a request, or one a model where its requests wait for each other. */
public final class ToyHouse {

    private final ToyEvents events;

    /** Makes the toys of a server. */
    public ToyHouse(ToyEvents events) {
        this.events = events;
    }

    /** The models. */
    public List<ServedModel> models() {
        return Arrays.stream(Toy.values())
                .map(toy -> new ServedModel(toy.definition(), answering(toy), new ShardCounters()))
                .toList();
    }

    private Answering answering(Toy toy) {
        return switch (toy) {
            case LLM_STREAM -> running(toy, task -> Thread.ofVirtual().start(task));
            case LLM_SERIAL, LLM_ONCE ->
                running(
                        toy,
                        Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()));
            case ENSEMBLE ->
                behind(running(Toy.LLM_STREAM, task -> Thread.ofVirtual().start(task)));
        };
    }

    private Answering running(Toy toy, Executor executor) {
        return (request, reply) -> {
            ToyRun run = new ToyRun(toy, request, reply, events);
            executor.execute(run);
            return Optional.of(run);
        };
    }

    /** A cancel never reaches the model behind an ensemble: a real one runs on to its end. */
    private static Answering behind(Answering model) {
        return (request, reply) -> start(model, request, reply);
    }

    private static Optional<Engine.Running> start(Answering model, ModelInferRequest request, Reply reply) {
        Optional<Engine.Running> started = model.start(request, new EnsembleReply(request, reply));
        return started.map(_ -> () -> {});
    }
}

package dev.ponder.triton.client.shard;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.Shard;
import dev.ponder.triton.client.profile.ModelProfile;
import dev.ponder.triton.client.shard.ProfileLookup.Result;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import dev.ponder.triton.wire.ModelMetadataRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * One Triton server. Each generation is a call of its own, so that a cancel takes down just that one: Triton can cancel streams,
 * not requests. The model's profile is asked for at the first generation and remembered. Thread-safe; listeners are called on the
 * connection's threads.
 */
public final class TritonShard implements Shard {

    private static final System.Logger LOGGER = System.getLogger(TritonShard.class.getName());

    private final ShardAddress address;
    private final ShardSettings settings;
    private final TokenCodec codec;
    private final Ticker ticker;
    private final ShardChannels channels;
    private final KnownProfile profile;

    /** Connects at the first call; nothing is sent yet. */
    public TritonShard(ShardAddress address, ShardSettings settings, TokenCodec codec, Ticker ticker) {
        this.address = address;
        this.settings = settings;
        this.codec = codec;
        this.ticker = ticker;
        this.channels = new ShardChannels(address, settings);
        this.profile = new KnownProfile(this::describe);
    }

    private CompletableFuture<Result> describe() {
        ModelMetadataRequest request =
                ModelMetadataRequest.newBuilder().setName(settings.model()).build();
        ProfileLookup lookup = new ProfileLookup(codec.hasIds());
        GRPCInferenceServiceGrpc.newStub(channels.next())
                .withDeadlineAfter(settings.callDeadline().toNanos(), TimeUnit.NANOSECONDS)
                .modelMetadata(request, lookup);
        return lookup.result();
    }

    /** Where it is. */
    public ShardAddress address() {
        return address;
    }

    @Override
    public String name() {
        return address.toString();
    }

    /**
     * Asks for the model's profile now, so that the first generation need not. Blocks for at most the call deadline.
     *
     * @throws ShardException if the server can't be reached, or does not serve the model in a form that is known
     */
    public void join() throws ShardException {
        try {
            if (profile.find().get() instanceof Result.Missing(FailureKind kind)) {
                throw new ShardException(kind, Failures.sentence(name(), kind));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ShardException(FailureKind.UNAVAILABLE, "interrupted while asking " + name());
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a lookup never fails", impossible);
        }
    }

    @Override
    public Generation start(GenerationRequest request, GenerationListener listener) {
        long startedNanos = ticker.nanos();
        LearningListener learning = new LearningListener(listener, profile);
        RunningGeneration generation =
                new RunningGeneration(request, learning, name(), ticker, () -> stopBySide(request.id()));
        CompletableFuture<Result> known = profile.find();
        CompletableFuture<Result> inTime = known.isDone()
                ? known
                : known.copy()
                        .completeOnTimeout(
                                new Result.Missing(FailureKind.DEADLINE),
                                TimeUnit.NANOSECONDS.convert(request.deadline()),
                                TimeUnit.NANOSECONDS);
        CompletableFuture<Void> _ = inTime.thenAccept(result -> begin(generation, request, result, startedNanos))
                .whenComplete((_, thrown) -> {
                    if (thrown != null) {
                        failUnbegun(generation, thrown);
                    }
                });
        return generation;
    }

    /** Tokenisers are foreign code: whatever one throws must be an end, or the caller would wait for ever. */
    private void failUnbegun(RunningGeneration generation, Throwable thrown) {
        LOGGER.log(System.Logger.Level.WARNING, "{0}: a generation could not be begun", name());
        LOGGER.log(System.Logger.Level.TRACE, "cause", thrown);
        generation.fail(FailureKind.REFUSED);
    }

    private void begin(RunningGeneration generation, GenerationRequest request, Result result, long startedNanos) {
        switch (result) {
            case Result.Missing(FailureKind kind) -> generation.fail(kind);
            case Result.Found(ModelProfile found) -> {
                Duration left = request.deadline().minusNanos(ticker.nanos() - startedNanos);
                call(generation, request, found, left);
            }
        }
    }

    private void call(RunningGeneration generation, GenerationRequest request, ModelProfile found, Duration left) {
        ModelProfile.Start start = found.start(request, codec);
        CallListener reading = generation.reading(found.reader(request, codec), start.promptTokens());
        generation.run(new InferenceCall(channels.next(), start.request(), left, reading));
    }

    private void stopBySide(String id) {
        if (profile.find().getNow(null) instanceof Result.Found(ModelProfile found)
                && (settings.stopBySide() || found.swallowsCancel())) {
            found.stop(id)
                    .ifPresent(stop ->
                            new InferenceCall(channels.next(), stop, settings.callDeadline(), new Unheard()).start());
        }
    }

    @Override
    public void close() {
        channels.close();
    }
}

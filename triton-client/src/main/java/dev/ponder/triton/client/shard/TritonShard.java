package dev.ponder.triton.client.shard;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationEngine;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.TokenUsage;
import dev.ponder.triton.client.profile.ModelProfile;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import dev.ponder.triton.wire.GRPCInferenceServiceGrpc.GRPCInferenceServiceStub;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelMetadataRequest;
import dev.ponder.triton.wire.ModelMetadataResponse;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One Triton server. Each generation is a call of its own, so that a cancel takes down just that one: Triton can cancel streams,
 * not requests. Thread-safe; listeners are called on the connection's threads.
 */
public final class TritonShard implements GenerationEngine, AutoCloseable {

    private final ShardAddress address;
    private final ShardSettings settings;
    private final TokenCodec codec;
    private final Ticker ticker;
    private final List<ManagedChannel> channels;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile @Nullable ModelProfile profile;

    /** Opens connections lazily; nothing is sent yet. */
    public TritonShard(ShardAddress address, ShardSettings settings, TokenCodec codec, Ticker ticker) {
        this.address = address;
        this.settings = settings;
        this.codec = codec;
        this.ticker = ticker;
        this.channels =
                IntStream.range(0, settings.channels()).mapToObj(_ -> connect()).toList();
    }

    private ManagedChannel connect() {
        return NettyChannelBuilder.forAddress(address.host(), address.port())
                .usePlaintext()
                .directExecutor()
                .maxInboundMessageSize(Integer.MAX_VALUE)
                .keepAliveTime(settings.keepAlive().toSeconds(), TimeUnit.SECONDS)
                .build();
    }

    /** Where it is. */
    public ShardAddress address() {
        return address;
    }

    /**
     * Reads the model's metadata and so its profile; generations before that fail as {@link FailureKind#MODEL_UNKNOWN}. Blocks
     * for at most the call deadline.
     *
     * @throws ShardException if the server can't be reached, or does not serve the model in a form that is known
     */
    public void join() throws ShardException {
        ModelMetadataRequest request =
                ModelMetadataRequest.newBuilder().setName(settings.model()).build();
        try {
            ModelMetadataResponse metadata = GRPCInferenceServiceGrpc.newBlockingStub(channels.getFirst())
                    .withDeadlineAfter(settings.callDeadline().toNanos(), TimeUnit.NANOSECONDS)
                    .modelMetadata(request);
            profile = ModelProfile.of(metadata)
                    .orElseThrow(() -> new ShardException(
                            FailureKind.MODEL_UNKNOWN,
                            "model " + settings.model() + " of " + address + " has inputs of no known profile"));
        } catch (StatusRuntimeException refused) {
            FailureKind kind = Failures.kindOf(refused.getStatus());
            throw new ShardException(
                    kind,
                    address + " did not describe " + settings.model() + ": "
                            + refused.getStatus().getCode());
        }
    }

    @Override
    public Generation start(GenerationRequest request, GenerationListener listener) {
        ModelProfile known = profile;
        if (known == null) {
            TokenUsage none = new TokenUsage(0, 0);
            listener.onEnd(new GenerationEnd.Failed(FailureKind.MODEL_UNKNOWN, address + " has not been joined", none));
            return () -> {};
        }
        int promptTokens = codec.count(request.prompt());
        ShardCall call = new ShardCall(
                request.id(), known.reader(request, codec), promptTokens, listener, ticker, address.toString());
        ManagedChannel channel = channels.get(Math.floorMod(turn.getAndIncrement(), channels.size()));
        GRPCInferenceServiceStub stub = GRPCInferenceServiceGrpc.newStub(channel)
                .withDeadlineAfter(request.deadline().toNanos(), TimeUnit.NANOSECONDS);
        stub.modelStreamInfer(call).onNext(known.generate(request, codec));
        call.halfClose();
        return () -> cancel(call, stub, known.stop(request.id()));
    }

    private void cancel(ShardCall call, GRPCInferenceServiceStub stub, ModelInferRequest stop) {
        if (settings.stopBySide()) {
            SideCall.send(stub, stop);
        }
        call.cancel();
    }

    /** Breaks what runs and closes the connections. */
    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
    }
}

package dev.ponder.router.lookup;

import dev.ponder.cache.wire.CacheGrpc;
import dev.ponder.cache.wire.Hit;
import dev.ponder.cache.wire.LookupRequest;
import dev.ponder.cache.wire.LookupResponse;
import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.mechanics.time.Ticker;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.util.concurrent.TimeUnit;

/**
 * Asks the cache-service over gRPC. Whatever comes back is held against what was asked once more: a chain of another key or tenant
 * is no hit, whoever says so.
 */
public final class GrpcChainLookup implements ChainLookup {

    private final ManagedChannel channel;
    private final LookupConfig config;
    private final Breaker breaker;
    private final Ticker ticker;

    /** Begins to connect and doesn't wait. */
    public GrpcChainLookup(String address, LookupConfig config, Ticker ticker) {
        this.channel = NettyChannelBuilder.forTarget(address)
                .usePlaintext()
                .intercept(TraceHeaders.INSTANCE)
                .build();
        this.config = config;
        this.breaker = new Breaker(config.failuresToPause(), config.pause());
        this.ticker = ticker;
        var _ = channel.getState(true);
    }

    @Override
    public Lookup find(TenantId tenant, QuestionKey key) {
        if (breaker.isPaused(ticker.nanos())) {
            return new Lookup.NotFound("paused");
        }
        LookupRequest request = LookupRequest.newBuilder()
                .setTenant(tenant.value())
                .setQuestionKey(key.value())
                .build();
        try {
            LookupResponse response = CacheGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(config.deadline().toNanos(), TimeUnit.NANOSECONDS)
                    .lookup(request);
            breaker.succeeded();
            return response.hasHit() ? proven(response.getHit(), tenant, key) : new Lookup.NotFound("miss");
        } catch (StatusRuntimeException failure) {
            breaker.failed(ticker.nanos());
            // The breaker says when to try again; gRPC's own pauses grow to two minutes, and a cache is back sooner.
            channel.resetConnectBackoff();
            boolean late = failure.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED;
            return new Lookup.NotFound(late ? "late" : "failed");
        }
    }

    private static Lookup proven(Hit hit, TenantId tenant, QuestionKey key) {
        try {
            LearnedChain chain = Json.read(hit.getChainJson().toByteArray(), LearnedChain.class);
            boolean same =
                    chain.questionKey().equals(key.value()) && chain.tenant().equals(tenant);
            return same ? new Lookup.Found(chain, hit.getMatch()) : new Lookup.NotFound("unproven");
        } catch (UnreadableException unreadable) {
            return new Lookup.NotFound("unproven");
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}

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
import dev.ponder.tls.ChannelTls;
import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Asks the cache-service over gRPC. Whatever comes back is held against what was asked once more: a chain of another key or tenant
 * is no hit, whoever says so.
 */
public final class GrpcChainLookup implements ChainLookup {

    /** The cache permits pings twice as often; without calls too, since the next one shall not be the one that finds out. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);
    /** A cache answers a ping in milliseconds. A machine that lost its power answers nothing, and TCP itself would wait a quarter of an hour. */
    private static final Duration KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(2);

    private final ChannelTls tls = new ChannelTls();
    private final ManagedChannel channel;
    private final LookupConfig config;
    private final Breaker breaker;
    private final Ticker ticker;

    /** Begins to connect and doesn't wait. */
    public GrpcChainLookup(String address, LookupConfig config, Ticker ticker) {
        ChannelCredentials credentials = config.tls().map(tls::client).orElseGet(InsecureChannelCredentials::create);
        this.channel = NettyChannelBuilder.forTarget(address, credentials)
                .intercept(TraceHeaders.INSTANCE)
                .keepAliveTime(KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS)
                .keepAliveTimeout(KEEP_ALIVE_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .keepAliveWithoutCalls(true)
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
        tls.close();
    }
}

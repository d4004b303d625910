package dev.ponder.cache.serving;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.cache.Chains;
import dev.ponder.cache.learning.CatchUp;
import dev.ponder.cache.lookup.Lookup;
import dev.ponder.cache.lookup.Proof;
import dev.ponder.cache.retention.AgeLimit;
import dev.ponder.cache.storage.ChainStore;
import dev.ponder.cache.storage.MvChainStore;
import dev.ponder.cache.wire.CacheGrpc;
import dev.ponder.cache.wire.LookupRequest;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.tls.ChannelTls;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the cache answers, by its settings and over a real port. */
class LookupServerTest {

    private static final String CLIENTS = "cache.grpc.tls.clients";

    @TempDir
    private static Path folder;

    private static OwnCertificate own;

    @TempDir
    private Path dir;

    private final ManualTicker ticker = new ManualTicker(Chains.LEARNED_AT);
    private final ChannelTls tls = new ChannelTls();
    private ChainStore store;
    private CacheEndpoint endpoint;

    @BeforeAll
    static void make() throws Exception {
        own = OwnCertificate.make(folder);
    }

    @BeforeEach
    void open() {
        store = MvChainStore.open(dir, 10, Duration.ofHours(1), ticker);
        Proof proof = new Proof(new AgeLimit(Duration.ofDays(1)));
        endpoint = new CacheEndpoint(
                new Lookup(store, new CatchUp(), proof, ticker), new LookupMeters(new SimpleMeterRegistry()));
    }

    @AfterEach
    void close() {
        tls.close();
        store.close();
    }

    @Test
    void answersAClientOfANameThatItIsTold() throws Exception {
        assertThat(ask(Optional.of("router.llm.svc, " + OwnCertificate.NAME))).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void refusesAClientOfAnotherName() throws Exception {
        assertThat(ask(Optional.of("router.llm.svc"))).isEqualTo(Status.Code.UNAVAILABLE);
    }

    @Test
    void answersWhoeverIsVouchedForWhereNoNameIsTold() throws Exception {
        assertThat(ask(Optional.empty())).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(ask(Optional.of(""))).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void takesNoNamesWithoutTheFilesThatProveThem() {
        assertThatThrownBy(() -> config(Map.of(CLIENTS, "router.llm.svc")))
                .hasMessageContaining("cache.grpc.tls.authorities");
    }

    /** What comes of a question that names no tenant: a refusal of what it says, from whoever reads it at all. */
    private Status.Code ask(Optional<String> clients) throws Exception {
        Map<String, String> settings = new HashMap<>(own.settings("cache.grpc.tls."));
        clients.ifPresent(names -> settings.put(CLIENTS, names));
        LookupServer server =
                new LookupServer(config(settings), endpoint, new LookupTrace(OpenTelemetry.noop()), Runnable::run);
        server.start();
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", server.port(), tls.client(own))
                .overrideAuthority(OwnCertificate.NAME)
                .build();
        try {
            var _ = CacheGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(20, SECONDS)
                    .lookup(LookupRequest.getDefaultInstance());
            return Status.Code.OK;
        } catch (StatusRuntimeException refused) {
            return refused.getStatus().getCode();
        } finally {
            channel.shutdownNow().awaitTermination(20, SECONDS);
            server.stop();
        }
    }

    private static GrpcConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("cache.grpc.port", "0");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 500))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(GrpcConfig.class)
                .build()
                .getConfigMapping(GrpcConfig.class);
    }
}

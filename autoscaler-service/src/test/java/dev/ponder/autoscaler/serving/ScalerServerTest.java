package dev.ponder.autoscaler.serving;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.autoscaler.board.DecisionBoard;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.scaler.wire.ExternalScalerGrpc;
import dev.ponder.scaler.wire.ScaledObjectRef;
import dev.ponder.tls.ChannelTls;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the scaler answers, by its settings and over a real port. */
class ScalerServerTest {

    private static final String CLIENTS = "autoscaler.serving.clients";

    @TempDir
    private static Path folder;

    private static OwnCertificate own;

    private final ChannelTls tls = new ChannelTls();

    @BeforeAll
    static void make() throws Exception {
        own = OwnCertificate.make(folder);
    }

    @AfterEach
    void close() {
        tls.close();
    }

    @Test
    void answersAClientOfANameThatItIsTold() throws Exception {
        assertThat(ask(Optional.of("keda.llm.svc, " + OwnCertificate.NAME))).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void refusesAClientOfAnotherName() throws Exception {
        assertThat(ask(Optional.of("keda.llm.svc"))).isEqualTo(Status.Code.UNAVAILABLE);
    }

    @Test
    void answersWhoeverIsVouchedForWhereNoNameIsTold() throws Exception {
        assertThat(ask(Optional.empty())).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(ask(Optional.of(""))).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void takesNoNamesWithoutACertificate() {
        assertThatThrownBy(() -> server(Map.of(CLIENTS, "keda.llm.svc")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(CLIENTS)
                .hasMessageContaining("autoscaler.serving.certificate");
    }

    @Test
    void takesNoNamesThatNobodyVouchesFor() {
        Map<String, String> settings = new HashMap<>(own.settings("autoscaler.serving."));
        settings.remove("autoscaler.serving.authorities");
        settings.put(CLIENTS, "keda.llm.svc");

        assertThatThrownBy(() -> server(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(CLIENTS);
    }

    /** What comes of a question that names no pool: a refusal of what it says, from whoever reads it at all. */
    private Status.Code ask(Optional<String> clients) throws Exception {
        Map<String, String> settings = new HashMap<>(own.settings("autoscaler.serving."));
        clients.ifPresent(names -> settings.put(CLIENTS, names));
        ScalerServer server = server(settings);
        server.start();
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", server.port(), tls.client(own))
                .overrideAuthority(OwnCertificate.NAME)
                .build();
        try {
            var _ = ExternalScalerGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(20, SECONDS)
                    .isActive(ScaledObjectRef.getDefaultInstance());
            return Status.Code.OK;
        } catch (StatusRuntimeException refused) {
            return refused.getStatus().getCode();
        } finally {
            channel.shutdownNow().awaitTermination(20, SECONDS);
            server.stop();
        }
    }

    private static ScalerServer server(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("autoscaler.serving.port", "0");
        ServingConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 500))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(ServingConfig.class)
                .build()
                .getConfigMapping(ServingConfig.class);
        DecisionBoard board = new DecisionBoard(Ticker.system(), Duration.ofMinutes(1));
        return new ScalerServer(config, new ScalerEndpoint(List.of(), board, Ticker.system()), Runnable::run);
    }
}

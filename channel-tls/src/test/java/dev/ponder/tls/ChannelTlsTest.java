package dev.ponder.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ponder.tls.Authority.Party;
import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ServerCredentials;
import io.grpc.Status;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real port, by certificates of a real authority. */
class ChannelTlsTest {

    private static final String HOST = Served.HOST;
    private static final ClientNames ANYBODY = new ClientNames("cache.tls.clients", List.of());

    @TempDir
    private static Path folder;

    private static Authority authority;
    private static Party server;
    private static Party client;

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private final ChannelTls tls = new ChannelTls(looking, Duration.ofMillis(50));
    private final List<Served> running = new ArrayList<>();

    @BeforeAll
    static void vouch() throws Exception {
        authority = Authority.make(folder.resolve("ours"));
        server = authority.vouchFor("server", HOST);
        client = authority.vouchFor("client", "router.llm.svc");
    }

    @AfterEach
    void stop() {
        running.forEach(Served::close);
        tls.close();
        looking.shutdownNow();
    }

    private void serve(ServerCredentials credentials) throws IOException {
        running.add(Served.start(tls, credentials));
    }

    private Status.Code ask(ChannelCredentials credentials, String host) throws InterruptedException {
        return running.getFirst().ask(credentials, host);
    }

    @Test
    void servesWhomItsAuthorityVouchesFor() throws Exception {
        serve(tls.server(server, ANYBODY));

        assertThat(ask(tls.client(client), HOST)).isEqualTo(Status.Code.OK);
    }

    @Test
    void refusesAClientThatDoesNotShowWhoItIs() throws Exception {
        serve(tls.server(server, ANYBODY));
        ChannelCredentials nobody = TlsChannelCredentials.newBuilder()
                .trustManager(server.authorities().toFile())
                .build();

        assertThat(ask(nobody, HOST)).isEqualTo(Status.Code.UNAVAILABLE);
    }

    @Test
    void refusesAClientThatSpeaksPlainText() throws Exception {
        serve(tls.server(server, ANYBODY));

        assertThat(ask(InsecureChannelCredentials.create(), HOST)).isEqualTo(Status.Code.UNAVAILABLE);
    }

    @Test
    void refusesAClientOfAnotherAuthority() throws Exception {
        Party stranger = Authority.make(folder.resolve("theirs")).vouchFor("stranger", "router.llm.svc");
        Party trusting = new Party(stranger.certificate(), stranger.key(), server.authorities());
        serve(tls.server(server, ANYBODY));

        assertThat(ask(tls.client(trusting), HOST)).isEqualTo(Status.Code.UNAVAILABLE);
    }

    @Test
    void believesNoServerWhoseCertificateBearsAnotherName() throws Exception {
        serve(tls.server(server, ANYBODY));

        assertThat(ask(tls.client(client), "cache.other.svc")).isEqualTo(Status.Code.UNAVAILABLE);
    }

    @Test
    void servesWhoeverComesWithoutAuthorities() throws Exception {
        serve(tls.server(server.certificate(), server.key(), Optional.empty(), ANYBODY));
        ChannelCredentials nobody = TlsChannelCredentials.newBuilder()
                .trustManager(server.authorities().toFile())
                .build();

        assertThat(ask(nobody, HOST)).isEqualTo(Status.Code.OK);
    }

    @Test
    void showsARenewedCertificateWithoutARestart() throws Exception {
        Party shown = copy(authority.vouchFor("before", "before.llm.svc"), folder.resolve("shown"));
        serve(tls.server(shown, ANYBODY));
        Party renewed = authority.vouchFor("after", HOST);
        assertThat(ask(tls.client(client), HOST)).isEqualTo(Status.Code.UNAVAILABLE);

        copy(renewed, folder.resolve("shown"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ask(tls.client(client), HOST)).isEqualTo(Status.Code.OK));
    }

    private static Party copy(Party from, Path to) throws IOException {
        Files.createDirectories(to);
        return new Party(
                Files.copy(from.certificate(), to.resolve("tls.crt"), StandardCopyOption.REPLACE_EXISTING),
                Files.copy(from.key(), to.resolve("tls.key"), StandardCopyOption.REPLACE_EXISTING),
                from.authorities());
    }

    @Test
    void saysWhichFilesItCannotUse() {
        Party none = new Party(folder.resolve("no.crt"), folder.resolve("no.key"), server.authorities());

        assertThatThrownBy(() -> tls.server(none, ANYBODY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.crt");
    }
}

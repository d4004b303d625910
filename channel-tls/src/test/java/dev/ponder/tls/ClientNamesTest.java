package dev.ponder.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ponder.tls.Authority.Party;
import io.grpc.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom of its authority's clients a server serves, over a real port. */
class ClientNamesTest {

    private static final String SETTING = "cache.tls.clients";
    private static final String ROUTER = "router.llm.svc";
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    private static Path folder;

    private static Authority authority;
    private static Party server;
    private static Party router;
    private static Party keda;

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private final Listening listening = new Listening();

    @BeforeAll
    static void vouch() throws Exception {
        authority = Authority.make(folder.resolve("ours"));
        server = authority.vouchFor("server", Served.HOST);
        router = authority.vouchFor("router", ROUTER);
        keda = authority.vouchFor("keda", "keda.llm.svc");
    }

    @AfterEach
    void stop() {
        listening.close();
        looking.shutdownNow();
    }

    private Served serve(Duration every, String... names) throws Exception {
        ChannelTls tls = new ChannelTls(looking, every);
        return Served.start(tls, tls.server(server, new ClientNames(SETTING, List.of(names))));
    }

    @ParameterizedTest
    @ValueSource(strings = {ROUTER, "Router.LLM.svc", " router.llm.svc "})
    void servesAClientThatBearsAName(String name) throws Exception {
        try (Served served = serve(NEVER, "reasoner.llm.svc", name)) {
            assertThat(served.ask(router)).isEqualTo(Status.Code.OK);
        }
    }

    @Test
    void servesAClientThatBearsANameInAnotherCase() throws Exception {
        Party loud = authority.vouchFor("loud", "ROUTER.llm.SVC");

        try (Served served = serve(NEVER, ROUTER)) {
            assertThat(served.ask(loud)).isEqualTo(Status.Code.OK);
        }
    }

    @Test
    void servesAClientThatBearsANameAmongOthers() throws Exception {
        Party many = authority.vouch("many", "dns:router,ip:127.0.0.1,dns:" + ROUTER);

        try (Served served = serve(NEVER, ROUTER)) {
            assertThat(served.ask(many)).isEqualTo(Status.Code.OK);
        }
    }

    @Test
    void servesWhoeverIsVouchedForWithoutNames() throws Exception {
        try (Served served = serve(NEVER)) {
            assertThat(served.ask(keda)).isEqualTo(Status.Code.OK);
            assertThat(listening.heard()).isEmpty();
        }
    }

    @Test
    void refusesAnotherClientOfItsAuthorityAndSaysWhom() throws Exception {
        try (Served served = serve(NEVER, ROUTER)) {
            assertThat(served.ask(keda)).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(listening.heard())
                    .containsExactly("refused a client by name: its certificate bears keda.llm.svc, and"
                            + " cache.tls.clients has router.llm.svc");
        }
    }

    @Test
    void refusesAClientWhoseCommonNameAloneIsAName() throws Exception {
        Party posing = authority.vouch("router.llm.svc", "ip:127.0.0.1");

        try (Served served = serve(NEVER, ROUTER)) {
            assertThat(served.ask(posing)).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(listening.heard()).singleElement().asString().contains("bears no DNS name");
        }
    }

    @Test
    void readsNoPatternIntoAName() throws Exception {
        Party all = authority.vouchFor("all", "*.llm.svc");

        try (Served served = serve(NEVER, ROUTER)) {
            assertThat(served.ask(all)).isEqualTo(Status.Code.UNAVAILABLE);
        }
    }

    @Test
    void refusesANameOfAnotherAuthority() throws Exception {
        Party stranger = Authority.make(folder.resolve("theirs")).vouchFor("stranger", ROUTER);
        Party trusting = new Party(stranger.certificate(), stranger.key(), server.authorities());

        try (Served served = serve(NEVER, ROUTER)) {
            assertThat(served.ask(trusting)).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(listening.heard()).isEmpty();
        }
    }

    @Test
    void saysOnceWhomItRefusesAgainAndAgain() throws Exception {
        try (Served served = serve(NEVER, ROUTER)) {
            served.ask(keda);
            served.ask(keda);

            assertThat(listening.heard()).hasSize(1);
        }
    }

    @Test
    void saysItAnewAfterAWhile() throws Exception {
        try (Served served = serve(OFTEN, ROUTER)) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                served.ask(keda);
                assertThat(listening.heard()).hasSizeGreaterThan(1);
            });
        }
    }

    @Test
    void looksAtNamesAfterItsAuthoritiesWereRenewed() throws Exception {
        Party old = Authority.make(folder.resolve("old")).vouchFor("old", "old.llm.svc");
        Path authorities = Files.copy(old.authorities(), folder.resolve("renewed.crt"));
        ChannelTls tls = new ChannelTls(looking, OFTEN);
        Party renewed = new Party(server.certificate(), server.key(), authorities);
        try (Served served = Served.start(tls, tls.server(renewed, new ClientNames(SETTING, List.of(ROUTER))))) {
            assertThat(served.ask(router)).isEqualTo(Status.Code.UNAVAILABLE);

            Files.copy(server.authorities(), authorities, StandardCopyOption.REPLACE_EXISTING);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(served.ask(router)).isEqualTo(Status.Code.OK));
            assertThat(served.ask(keda)).isEqualTo(Status.Code.UNAVAILABLE);
        }
    }

    @Test
    void servesAClientWhoseRenewedCertificateBearsTheNameStill() throws Exception {
        Party renewed = authority.vouchFor("router-renewed", ROUTER);

        try (Served served = serve(NEVER, ROUTER)) {
            assertThat(served.ask(router)).isEqualTo(Status.Code.OK);
            assertThat(served.ask(renewed)).isEqualTo(Status.Code.OK);
        }
    }

    @Test
    void takesNoNamesThatNobodyVouchesFor() {
        ClientNames clients = new ClientNames(SETTING, List.of(ROUTER));
        try (ChannelTls tls = new ChannelTls(looking, NEVER)) {
            assertThatThrownBy(() -> tls.server(server.certificate(), server.key(), Optional.empty(), clients))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(SETTING);
        }
    }

    @Test
    void takesNoEmptyName() {
        assertThatThrownBy(() -> new ClientNames(SETTING, List.of(ROUTER, " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SETTING);
    }
}

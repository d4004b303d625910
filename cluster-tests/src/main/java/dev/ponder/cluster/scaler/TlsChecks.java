package dev.ponder.cluster.scaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.cluster.parts.Autoscaler;
import dev.ponder.cluster.parts.Broker;
import dev.ponder.cluster.parts.Page;
import dev.ponder.cluster.parts.Pool;
import dev.ponder.cluster.parts.Scaled;
import dev.ponder.cluster.parts.Watched;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** KEDA and our scaler show each other certificates as the chart has them do, and each believes only whom it was told to. */
@OnCluster
@Order(3)
@SuppressWarnings("NullAway.Init") // start() sets the fields before any check
final class TlsChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String KEDAS_NAME = "keda.example.invalid";

    private final Site site;
    private final Pool trusted;
    private final Pool doubted;
    private final Pool strange;
    private Broker broker;
    private Page page;
    private Autoscaler autoscaler;
    private String address;

    TlsChecks(Site site) {
        this.site = site;
        this.trusted = new Pool(site, "trusted");
        this.doubted = new Pool(site, "doubted");
        this.strange = new Pool(site, "strange");
    }

    @BeforeAll
    void start() throws Exception {
        String host = site.cluster().keda().host();
        Path folder = site.cluster().folder();
        OwnCertificate own = OwnCertificate.make(folder, "own", host);
        OwnCertificate other = OwnCertificate.make(folder, "other", host);
        OwnCertificate keda = OwnCertificate.make(folder, "keda", KEDAS_NAME);
        OwnCertificate stranger = OwnCertificate.make(folder, "stranger", "another.example.invalid");
        Path vouched = Files.writeString(
                folder.resolve("vouched.crt"),
                Files.readString(keda.certificate()) + Files.readString(stranger.certificate()));
        page = Page.open();
        broker = Broker.start(folder);
        Map<String, String> keys = new HashMap<>(trusted.keys(3, page.address(), false));
        keys.putAll(doubted.keys(3, page.address(), false));
        keys.put("autoscaler.serving.certificate", own.certificate().toString());
        keys.putAll(strange.keys(3, page.address(), false));
        keys.put("autoscaler.serving.key", own.key().toString());
        keys.put("autoscaler.serving.authorities", vouched.toString());
        keys.put("autoscaler.serving.clients", KEDAS_NAME);
        for (Pool pool : new Pool[] {trusted, doubted, strange}) {
            broker.lay(pool.name());
            pool.lay(0);
        }
        autoscaler = Autoscaler.start(folder, "tls", broker.bootstrap(), keys);
        address = host + ":" + autoscaler.grpcPort();
        await().atMost(PATIENCE).until(autoscaler::isLive);
        handOver(trusted, own, keda);
        handOver(doubted, other, keda);
        handOver(strange, own, stranger);
    }

    @AfterAll
    void stop() {
        autoscaler.close();
        page.close();
        broker.close();
    }

    @Test
    @Order(1)
    void wakesAPoolByPushOverTls() throws InterruptedException {
        broker.write("trusted", 1);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(trusted.asked()).isPositive());
    }

    @Test
    @Order(2)
    void isNotBelievedWhereAnotherCertificateIsTrusted() throws InterruptedException {
        broker.write("doubted", 1);

        assertThat(Watched.highest(doubted::asked, Duration.ofSeconds(6))).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(scaled(doubted).condition("Ready")).isEqualTo("False"));
        assertThat(scaled(trusted).condition("Ready")).isEqualTo("True");
    }

    /** Its certificate is vouched for as well as KEDA's, but not for this. */
    @Test
    @Order(3)
    void isNotAnsweredUnderAnotherName() throws InterruptedException {
        broker.write("strange", 1);

        assertThat(Watched.highest(strange::asked, Duration.ofSeconds(6))).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(autoscaler.said())
                        .contains("refused a client by name", "another.example.invalid", "autoscaler.serving.clients"));
        assertThat(scaled(trusted).condition("Ready")).isEqualTo("True");
    }

    /** As the chart's TriggerAuthentication does. */
    private void handOver(Pool pool, OwnCertificate believed, OwnCertificate shown) {
        site.kubectl(
                        "create",
                        "secret",
                        "generic",
                        pool.name(),
                        "--from-file=ca.crt=" + believed.certificate(),
                        "--from-file=tls.crt=" + shown.certificate(),
                        "--from-file=tls.key=" + shown.key())
                .orFail();
        site.apply("""
                        apiVersion: keda.sh/v1alpha1
                        kind: TriggerAuthentication
                        metadata: {name: %1$s}
                        spec:
                          secretTargetRef:
                            - {parameter: caCert, name: %1$s, key: ca.crt}
                            - {parameter: tlsClientCert, name: %1$s, key: tls.crt}
                            - {parameter: tlsClientKey, name: %1$s, key: tls.key}
                        """.formatted(pool.name())).orFail();
        scaled(pool)
                .lay(
                        3,
                        "",
                        "pool: " + pool.name() + ", enableTLS: \"true\"",
                        "authenticationRef: {name: " + pool.name() + "}");
    }

    private Scaled scaled(Pool pool) {
        return new Scaled(pool, "external-push", address);
    }
}

package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may speak to the cache and to the autoscaler, and how: certificates, names, ports, policies. */
class ChannelsTest {

    private static final String OWN = "reasoner.pools.main.scaling.mode=own";
    private static final String NONE = "reasoner.pools.main.scaling.mode=none";

    private final Chart chart = Helm.chart();

    /** The name that the certificate bears is the one that the server is told. */
    @ParameterizedTest
    @CsvSource({"cache, cache.grpc.tls.clients, router", "autoscaler, autoscaler.serving.clients, keda"})
    void namesWhomAServerAnswersAsItsCertificateDoes(String server, String setting, String client) {
        Rendered secured = chart.rendered("secured", "--namespace", "llm");

        String name = "demo-ponder-" + client + ".llm.svc";
        assertThat(secured.settings("demo-ponder-" + server).lines()).contains(setting + "=" + name);
        assertThat(names(secured, client)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({"cache, cache.grpc.tls.clients, router", "autoscaler, autoscaler.serving.clients, keda"})
    void takesTheNamesOfCertificatesThatAreBrought(String server, String setting, String client) {
        String names = "tls.names." + client + "={new.example.com,old.example.com}";
        Rendered brought = chart.rendered("secured", "--set", names);

        assertThat(brought.settings("demo-ponder-" + server).lines())
                .contains(setting + "=new.example.com,old.example.com");
        assertThat(names(brought, client)).containsExactly("new.example.com", "old.example.com");
    }

    @Test
    void leavesItToTheAuthorityWhereNoNameIsWanted() {
        Rendered any = chart.rendered("secured", "--set-json", "tls.names={\"router\":[],\"keda\":[]}");

        assertThat(any.settings("demo-ponder-cache")).doesNotContain(".clients=");
        assertThat(any.settings("demo-ponder-autoscaler")).doesNotContain(".clients=");
        assertThat(names(any, "router")).containsExactly("demo-ponder-router.default.svc");
    }

    @Test
    void namesNobodyWithoutTls() {
        Rendered plain = chart.rendered("keda");

        assertThat(plain.settings("demo-ponder-cache")).doesNotContain("tls");
        assertThat(plain.settings("demo-ponder-autoscaler")).doesNotContain("clients");
    }

    @Test
    void givesACertificateToEachPartyThatThereIs() {
        assertThat(parties()).containsExactly("router", "reasoner", "cache", "autoscaler", "keda");
        assertThat(parties("--set", OWN)).containsExactly("router", "reasoner", "cache", "autoscaler");
        assertThat(parties("--set", NONE + ",cache.enabled=false")).containsExactly("router", "reasoner");
    }

    @Test
    void letsKedaShowItselfOnlyWhereItAsks() {
        Rendered own = chart.rendered("secured", "--set", OWN);

        assertThat(own.kind("TriggerAuthentication")).isEmpty();
        assertThat(chart.rendered("secured").kind("TriggerAuthentication")).hasSize(1);
    }

    @Test
    void letsKedaAskAnAutoscalerWithAPoolOfItsOwn() {
        assertThat(into("keda").at("/0/ports/0/port").asInt()).isEqualTo(9000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "hpa", "distributed"})
    void letsNobodyAskAnAutoscalerWithoutAPoolOfKeda(String profile) {
        assertThat(into(profile).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache", "autoscaler"})
    void saysThatAPortIsPlainTextOnlyWhereItIs(String server) {
        assertThat(grpc("keda", server).path("appProtocol").asText()).isEqualTo("kubernetes.io/h2c");
        assertThat(grpc("secured", server).path("port").asInt()).isEqualTo(9000);
        assertThat(grpc("secured", server).has("appProtocol")).isFalse();
    }

    private List<String> parties(String... more) {
        return chart.rendered("secured", more).kind("Certificate").stream()
                .map(one -> Rendered.name(one).replaceAll("demo-ponder-|-tls", ""))
                .toList();
    }

    private static List<String> names(Rendered rendered, String party) {
        return rendered.one("Certificate", "demo-ponder-" + party + "-tls")
                .at("/spec/dnsNames")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    /** What comes into the autoscaler beside readers of its pages. */
    private JsonNode into(String profile) {
        return chart.rendered(profile)
                .one("NetworkPolicy", "demo-ponder-autoscaler")
                .at("/spec/ingress");
    }

    private JsonNode grpc(String profile, String server) {
        return chart.rendered(profile).one("Service", "demo-ponder-" + server).at("/spec/ports/0");
    }
}

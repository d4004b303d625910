package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.OnCluster;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the chart refuses, each with the key and what to do. */
@OnCluster
final class RefusalChecks {

    private final Chart chart;

    RefusalChecks(Cluster cluster) {
        this.chart = new Chart(cluster::helm);
    }

    /** The schema's: what is written, and what is said of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        router.replicaz=3                                        | at '/router': additional properties 'replicaz' not allowed
        router.settings.router\\.waves\\.frist=3                 | at '/router/settings': additional properties 'router.waves.frist' not allowed
        router.settings.router\\.lookup\\.address=a:1            | at '/router/settings': additional properties 'router.lookup.address' not allowed
        reasoner.pools.main.scaling.settings.holt=2m             | at '/reasoner/pools/main/scaling/settings': additional properties 'holt' not allowed
        reasoner.pools.main.scaling.mode=auto                    | at '/reasoner/pools/main/scaling/mode': value must be one of 'own', 'keda', 'hpa', 'none'
        reasoner.pools.Main.slots=1                              | at '/reasoner/pools': additional properties 'Main' not allowed
        reasoner.pools.main.shards.port=70000                    | at '/reasoner/pools/main/shards/port': maximum: got 70,000, want 65,535
        reasoner.pools.main.price.inputPerMillion=1              | at '/reasoner/pools/main/price': properties 'outputPerMillion' required, if 'inputPerMillion' exists
        reasoner.pools.main.domains={maths}                      | at '/reasoner/pools/main/domains/0': value must be one of 'math'
        tenants={acme,acme}                                      | at '/tenants': items at 0 and 1 are equal
        tenants={Acme}                                           | at '/tenants/0': 'Acme' does not match pattern
        kafka.bootstrapServers=kafka                             | at '/kafka/bootstrapServers': 'kafka' does not match pattern
        kafka.auth.type=plain                                    | at '/kafka/auth/type': value must be one of 'none', 'scram-sha-512', 'tls'
        router.image.digest=sha256:abc                           | at '/router/image/digest': 'sha256:abc' does not match pattern
        tls.secrets.broker=x                                     | at '/tls/secrets': additional properties 'broker' not allowed
        autoscaler.hpa.metric=a b                                | at '/autoscaler/hpa/metric': 'a b' does not match pattern
        tls.names.cache={x}                                      | at '/tls/names': additional properties 'cache' not allowed
        tls.names.router={a/b}                                   | at '/tls/names/router/0': 'a/b' does not match pattern
        """)
    void refusesByTheSchema(String value, String sentence) {
        assertThat(chart.template("minimal", "--set", value).refusal()).contains(sentence);
    }

    /** What does not go together. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        kafka.bootstrapServers=                                  | kafka.bootstrapServers is empty: name the brokers
        reasoner.pools.main.shards.service=                      | reasoner.pools.main.shards names no shard
        reasoner.pools.main.shards.addresses={a:1}               | reasoner.pools.main.shards names both service and addresses
        kafka.queue=consumer-group,kafka.workPartitions=3        | reasoner.pools.main.scaling.max is 4, but kafka.workPartitions is 3
        reasoner.pools.main.scaling.min=9                        | reasoner.pools.main.scaling.min is 9, above max 4
        reasoner.pools.main.replicas=3                           | reasoner.pools.main.replicas is 3, but mode own decides
        reasoner.pools=null                                      | reasoner.pools is empty: name a pool and its shards
        router.defaultPool=big                                   | router.defaultPool is big, which is no pool of reasoner.pools: name one of main
        kafka.auth.type=tls                                      | kafka.auth.type is tls, but kafka.tls.enabled is false
        kafka.auth.type=scram-sha-512                            | kafka.auth.secrets.router is not set: name the Secret
        strimzi.topics=true                                      | strimzi.cluster is empty: name the Kafka resource
        strimzi.users=true                                       | strimzi.users is true, but kafka.auth.type is none
        tls.certManager.issuer=ca                                | tls.certManager.issuer is set, but tls.enabled is false
        kafka.properties.ssl\\.key\\.password=x                  | kafka.properties.ssl.key.password is a secret
        fullnameOverride=a-name-that-is-long-enough-for-a-novel  | shorten the pool's name
        """)
    void refusesWhatDoesNotGoTogether(String value, String sentence) {
        String pool = "reasoner.pools.main-of-a-long-name.shards.service=s";
        List<String> more = new ArrayList<>(List.of("--set", value));
        if (value.startsWith("fullnameOverride")) {
            more.addAll(List.of("--set", pool));
        }

        assertThat(chart.template("minimal", more.toArray(String[]::new)).refusal())
                .contains(sentence);
    }

    @Test
    void refusesADomainOfTwoPools() {
        String twice = chart.template("mixed", "--set", "reasoner.pools.int4.domains={math}")
                .refusal();

        assertThat(twice).contains("domain math is in reasoner.pools.fp8.domains and in reasoner.pools.int4.domains");
    }

    @Test
    void refusesToLetTheHpaWakeAPoolAtRest() {
        String asleep = chart.template("hpa", "--set", "reasoner.pools.main.scaling.min=0")
                .refusal();

        assertThat(asleep)
                .contains("mode hpa never wakes a pool at rest: set min to 1 or more, or mode to own or keda");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        String all = chart.template("minimal", "--set", "kafka.bootstrapServers=,router.defaultPool=big")
                .refusal();

        assertThat(all).contains("kafka.bootstrapServers").contains("router.defaultPool");
    }

    /**
     * Each map of the values that is neither the user's own nor the sub-chart's, which has a schema of its own: nothing may be added to it
     * unseen.
     */
    @Test
    void refusesAnUnknownKeyInEveryMap() throws IOException {
        JsonNode schema =
                Serialization.unmarshal(Files.readString(Chart.folder().resolve("values.schema.json")), JsonNode.class);
        List<String> open = new ArrayList<>();

        open("", schema, open);

        assertThat(open)
                .as("maps of the schema that take any key")
                .allMatch(
                        path -> path.matches(
                                ".*/(global|resources|affinity|tolerations/items|extraEnv/items"
                                        + "|extraVolumes/items|extraVolumeMounts/items|podSelector|namespaceSelector|ipBlock|texts|shards)"));
    }

    private static void open(String path, JsonNode schema, List<String> open) {
        JsonNode more = schema.path("additionalProperties");
        boolean object = schema.path("type").asText().equals("object");
        if (object && (more.isMissingNode() || !more.isBoolean() || more.asBoolean())) {
            open.add(path);
        }
        for (String inner : List.of("properties", "patternProperties", "$defs")) {
            schema.path(inner).properties().forEach(one -> open(path + "/" + one.getKey(), one.getValue(), open));
        }
        if (schema.path("items").isObject()) {
            open(path + "/items", schema.path("items"), open);
        }
    }
}

package dev.ponder.it.access;

import static dev.ponder.it.access.SecuredKafka.ACME;
import static dev.ponder.it.access.SecuredKafka.OTHER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.FrontDoor;
import dev.ponder.local.connect.Cluster;
import dev.ponder.local.connect.Stretch;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.ProcessTree;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackExtras;
import dev.ponder.local.launch.StackLauncher;
import dev.ponder.local.launch.StackSettings;
import dev.ponder.mechanics.time.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, on a real broker with TLS, logins and ACLs, and with the jars that ship. */
@SuppressWarnings("NullAway.Init") // start() sets the fields before any test
class SecuredChainIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    static Path dir;

    private static SecuredKafka kafka;
    private static ProcessTree tree;
    private static Stack stack;

    @BeforeAll
    static void start() throws Exception {
        kafka = SecuredKafka.start(dir);
        tree = ProcessTree.plant(Ticker.system());
        StackExtras extras = new StackExtras(
                kafka.service("router", Map.of("ponder.tenants", "default,acme,other")),
                kafka.service("reasoner", Map.of()),
                List.of(),
                kafka.service("cache", Map.of()),
                Optional.of(kafka.bootstrap()));
        stack = new StackLauncher(Checkout.current(), tree, Ticker.system(), _ -> {})
                .start(StackSettings.DEFAULT.withExtras(extras));
    }

    @AfterAll
    static void stop() {
        stack.close();
        tree.close();
        kafka.close();
    }

    @Test
    void answersATenantOnItsOwnTopicWhateverItsRequestSays() throws Exception {
        // Given
        String body = "{\"id\":\"a-1\",\"input_text\":\"What is 3/4 + 5/6?\",\"tenant\":\"other\",\"stream\":true}";
        // When
        send("acme", Topics.requests(ACME), body);
        // Then
        JsonNode result = awaitResult(ACME, "a-1");
        assertThat(result.at("/ponder/answer").asText()).isEqualTo("19/12");
        assertThat(result.at("/ponder/tenant").asText()).isEqualTo("acme");
        assertThat(values("acme", Topics.chunks(ACME))).isNotEmpty();
        assertThat(values("other", Topics.results(OTHER))).noneMatch(value -> value.contains("a-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reasoning.requests.other",
                "reasoning.requests",
                "reasoning.work.main.interactive",
                "reasoning.outcomes",
                "reasoning.results.acme",
                "reasoning.chunks.acme",
                "reasoning.chains",
                "reasoning.register",
                "reasoning.progress",
                "reasoning.dead-letters.acme"
            })
    void letsATenantWriteNothingElse(String topic) {
        Throwable refused = catchThrowable(() -> send("acme", topic, "{}"));

        assertThat(Refusals.explain(refused, Role.TENANT))
                .hasValueSatisfying(said -> assertThat(said).contains("on topic " + topic));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reasoning.results.other",
                "reasoning.results",
                "reasoning.chunks.other",
                "reasoning.requests.acme",
                "reasoning.requests.other",
                "reasoning.outcomes",
                "reasoning.chains",
                "reasoning.dead-letters.acme",
                "reasoning.work.main.interactive"
            })
    void letsATenantReadNothingElse(String topic) {
        Throwable refused = catchThrowable(() -> values("acme", topic));

        assertThat(Refusals.explain(refused, Role.TENANT))
                .hasValueSatisfying(said -> assertThat(said).contains("on topic " + topic));
    }

    @Test
    void letsAServiceDoNoMoreThanItsWork() {
        assertRefused(() -> send("router", Topics.requests(ACME), "{}"));
        assertRefused(() -> send("reasoner", Topics.results(ACME), "{}"));
        assertRefused(() -> values("reasoner", Topics.requests(ACME)));
        assertRefused(() -> send("cache", Topics.CHAINS, "{}"));
        assertRefused(() -> values("cache", Topics.results(ACME)));
        assertRefused(() -> values("stranger", Topics.results(ACME)));
    }

    @Test
    void putsATenantsDeadLettersOnItsOwnTopicWhereAnOperatorFindsThem() throws Exception {
        // Given
        send("acme", Topics.requests(ACME), "{\"id\":\"bad-1\",\"input_text\":7}");
        awaitResult(ACME, "bad-1");
        // When
        List<ConsumerRecord<byte[], byte[]>> letters = read("operator", Topics.deadLetters(ACME));
        int listed = command("operator", "dead-letters", "list", "--tenant", "acme");
        int shown = command("operator", "dead-letters", "replay", "--reason", "wrong_type", "--tenant", "acme");
        int refused = command("acme", "dead-letters", "list", "--tenant", "acme");
        // Then
        assertThat(letters)
                .anySatisfy(letter -> assertThat(letter.headers()
                                .lastHeader(DeadLetter.REQUEST_ID)
                                .value())
                        .isEqualTo("bad-1".getBytes(UTF_8)));
        assertThat(List.of(listed, shown, refused)).containsExactly(0, 0, 3);
    }

    @Test
    void saysWhatToGrantToOneWhoAsksAsSomebodyElse() throws Exception {
        int refused = command("acme", "ask", "--tenant", "other", "What is 1 + 1?");

        assertThat(refused).isEqualTo(3);
    }

    private static void assertRefused(ThrowingCallable attempt) {
        Throwable refused = catchThrowable(attempt);
        assertThat(Refusals.explain(refused, Role.ROUTER)).isPresent();
    }

    private static int command(String user, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--client-config", kafka.clientConfig(user).toString()));
        return FrontDoor.execute(all.toArray(String[]::new));
    }

    private static RecordMetadata send(String user, String topic, String body) throws Exception {
        try (Producer<byte[], byte[]> producer = kafka.as(user).writer()) {
            return producer.send(new ProducerRecord<>(topic, body.getBytes(UTF_8)))
                    .get();
        }
    }

    private static JsonNode awaitResult(TenantId tenant, String id) {
        return await().atMost(PATIENCE)
                .until(() -> result(tenant, id), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<JsonNode> result(TenantId tenant, String id) throws Exception {
        for (String value : values(tenant.value(), Topics.results(tenant))) {
            JsonNode body = Json.mapper().readTree(value);
            if (body.path("id").asText().equals(id)) {
                return Optional.of(body);
            }
        }
        return Optional.empty();
    }

    private static List<String> values(String user, String topic) throws Exception {
        return read(user, topic).stream().map(record -> text(record.value())).toList();
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "" : new String(value, UTF_8);
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String user, String topic) throws Exception {
        Cluster cluster = kafka.as(user);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> reader = cluster.reader()) {
            List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            Stretch stretch = Stretch.of(reader, partitions, Optional.empty());
            do {
                // Reads once at least: an empty topic that may be described but not read would look like a readable
                // one.
                found.addAll(stretch.next());
            } while (stretch.hasMore());
        }
        return found;
    }
}

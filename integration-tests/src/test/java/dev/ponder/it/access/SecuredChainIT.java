package dev.ponder.it.access;

import static dev.ponder.it.access.SecuredKafka.ACME;
import static dev.ponder.it.access.SecuredKafka.OTHER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.access.Grant;
import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.result.Result;
import dev.ponder.contracts.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars that ship, on a real broker with TLS and logins, where each may do what it must. */
@SuppressWarnings("NullAway.Init") // start() sets the fields before any test
class SecuredChainIT {

    private static final AtomicInteger ASKED = new AtomicInteger();

    @TempDir
    static Path dir;

    private static SecuredRun run;
    private static Users users;

    @BeforeAll
    static void start() throws Exception {
        run = SecuredRun.start(dir, Map.of(), List.of());
        users = run.users();
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @Test
    void answersATenantOnItsOwnTopicWhateverItsRequestSays() throws Exception {
        // Given
        String body = "{\"id\":\"a-1\",\"input_text\":\"What is 3/4 + 5/6?\",\"tenant\":\"other\",\"stream\":true}";
        // When
        users.send("acme", Topics.requests(ACME), body);
        // Then
        JsonNode result = users.awaitResult(ACME, "a-1");
        assertThat(result.at("/ponder/answer").asText()).isEqualTo("19/12");
        assertThat(result.at("/ponder/tenant").asText()).isEqualTo("acme");
        assertThat(users.values("acme", Topics.chunks(ACME))).isNotEmpty();
        assertThat(users.values("other", Topics.results(OTHER))).noneMatch(value -> value.contains("a-1"));
    }

    @Test
    void putsATenantsDeadLettersOnItsOwnTopicWhereAnOperatorFindsThem() throws Exception {
        // Given
        users.send("acme", Topics.requests(ACME), "{\"id\":\"bad-1\",\"input_text\":7}");
        users.awaitResult(ACME, "bad-1");
        // When
        List<ConsumerRecord<byte[], byte[]>> letters = users.read("operator", Topics.deadLetters(ACME));
        int listed = users.command("operator", "dead-letters", "list", "--tenant", "acme");
        int shown = users.command("operator", "dead-letters", "replay", "--reason", "wrong_type", "--tenant", "acme");
        int refused = users.command("acme", "dead-letters", "list", "--tenant", "acme");
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
        int refused = users.command("acme", "ask", "--tenant", "other", "What is 1 + 1?");

        assertThat(refused).isEqualTo(3);
    }

    @Test
    void saysAtTheStartOfAServiceWhatToGrant() throws Exception {
        // Given
        Map<String, Grant> withheld = Map.of(
                "router", Grant.on(ResourceType.TOPIC, Topics.CHAINS, AclOperation.WRITE),
                "reasoner", Grant.on(ResourceType.TOPIC, Topics.OUTCOMES, AclOperation.WRITE),
                "cache", Grant.on(ResourceType.TOPIC, Topics.CHAINS, AclOperation.READ));
        for (Map.Entry<String, Grant> one : withheld.entrySet()) {
            run.kafka().withhold(one.getKey(), one.getValue());
        }
        // When
        for (String service : withheld.keySet()) {
            run.stack().kill(service);
            run.stack().restart(service);
        }
        // Then
        try {
            assertSaid("router", "WRITE on topic reasoning.chains");
            assertSaid("reasoner", "WRITE on topic reasoning.outcomes");
            assertSaid("cache", "READ on topic reasoning.chains");
        } finally {
            for (Map.Entry<String, Grant> one : withheld.entrySet()) {
                run.kafka().grant(one.getKey(), one.getValue());
            }
            // The router finds the grant by itself.
            for (String service : List.of("reasoner", "cache")) {
                run.stack().kill(service);
                run.stack().restart(service);
            }
            for (String service : withheld.keySet()) {
                run.stack().awaitReady(service);
            }
        }
    }

    @Test
    void erasesATenantAndSaysWhatIsLeft() throws Exception {
        // Given
        await().atMost(Users.PATIENCE).until(SecuredChainIT::isAnsweredFromTheCache);
        // When
        int erased = users.command("eraser", "erase", "--tenant", "other");
        int refused = users.command("operator", "erase", "--tenant", "other");
        // Then
        assertThat(List.of(erased, refused)).containsExactly(0, 3);
        assertThat(users.values("other", Topics.results(OTHER))).isEmpty();
        await().atMost(Users.PATIENCE).until(() -> !isAnsweredFromTheCache());
    }

    private static boolean isAnsweredFromTheCache() throws Exception {
        String id = "e-" + ASKED.incrementAndGet();
        users.send("other", Topics.requests(OTHER), "{\"id\":\"" + id + "\",\"input_text\":\"What is 8 + 9?\"}");
        return Result.read(Json.write(users.awaitResult(OTHER, id))).isHit();
    }

    private static void assertSaid(String service, String what) {
        await().atMost(Users.PATIENCE)
                .untilAsserted(
                        () -> assertThat(Files.readString(run.stack().folder().resolve(service + "-2.log")))
                                .contains("Kafka refuses access: grant this client's principal")
                                .contains(what));
    }
}

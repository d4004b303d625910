package dev.ponder.router;

import static dev.ponder.router.Reader.header;
import static dev.ponder.router.Reader.json;
import static dev.ponder.router.Reader.key;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as Quarkus puts it together, on a real broker. */
@QuarkusTest
@QuarkusTestResource(value = Topology.class, restrictToAnnotatedClass = true)
class RouterIT {

    private static final String WORK = Topics.work(new PoolId("main"), SloClass.INTERACTIVE);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String QUESTION = "{\"input_text\":\"What is 6 * 7?\"}";

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TestHTTPResource("/q/health/ready")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI ready;

    private Asker asker;
    private Reader work;
    private Reader results;
    private Reader deadLetters;

    @BeforeEach
    void open() {
        asker = new Asker(bootstrap);
        work = new Reader(bootstrap, WORK);
        results = new Reader(bootstrap, Topics.results(TenantId.DEFAULT));
        deadLetters = new Reader(bootstrap, Topics.deadLetters(TenantId.DEFAULT));
    }

    @AfterEach
    void close() {
        asker.close();
        work.close();
        results.close();
        deadLetters.close();
    }

    @Test
    void handsARequestOnAsWorkWithItsTrace() throws Exception {
        asker.ask("reasoning.requests.acme", """
                {"id":"t-1","input_text":"What is 6 * 7?","max_completion_tokens":300,"odd":1}""", Map.of("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));
        ConsumerRecord<byte[], byte[]> record = work.awaitRecord(one -> key(one).equals("t-1"));
        Task task = Json.read(record.value(), Task.class);
        assertThat(task.tenant()).isEqualTo(new TenantId("acme"));
        assertThat(task.sampling().maxCompletionTokens()).isEqualTo(300);
        assertThat(task.classification().domain()).isEqualTo("math");
        assertThat(task.rest()).hasToString("{\"odd\":1}");
        assertThat(header(record, "ce_type")).isEqualTo("dev.ponder.task.v1");
        assertThat(header(record, "ce_id")).isEqualTo("t-1");
        assertThat(header(record, "traceparent")).contains(TRACE).doesNotContain("b7ad6b7169203331");
    }

    @Test
    void takesIdsFromEventsOfEitherMode() {
        asker.ask(
                Topics.REQUESTS,
                "{\"specversion\":\"1.0\",\"id\":\"structured-1\",\"source\":\"/me\","
                        + "\"type\":\"dev.ponder.request.v1\",\"data\":" + QUESTION + "}",
                Map.of("content-type", "application/cloudevents+json; charset=UTF-8"));
        asker.ask(
                Topics.REQUESTS,
                QUESTION,
                Map.of("ce_specversion", "1.0", "ce_id", "binary-1", "ce_type", "dev.ponder.request.v1"));
        work.awaitRecord(one -> key(one).equals("structured-1"));
        work.awaitRecord(one -> key(one).equals("binary-1"));
    }

    @Test
    void namesARequestWithoutKeyAndIdByItsPlace() {
        RecordMetadata place = asker.ask(Topics.REQUESTS, QUESTION, Map.of());
        String id = "reasoning.requests-" + place.partition() + "-" + place.offset();
        assertThat(work.awaitRecord(one -> key(one).equals(id))).isNotNull();
    }

    @Test
    void answersEveryMalformedRequestOnceAndGoesOnBehindIt() {
        // Given all of them before a good one, in one partition
        for (Malformed one : Malformed.values()) {
            asker.put(Topics.REQUESTS, one.id(), one.value());
        }
        RecordMetadata nobody = asker.put(Topology.NOBODY, "ignored", QUESTION.getBytes(UTF_8));
        // When
        asker.put(Topics.REQUESTS, "good-1", QUESTION.getBytes(UTF_8));
        // Then
        work.awaitRecord(one -> key(one).equals("good-1"));
        for (Malformed one : Malformed.values()) {
            assertAnswered(one.id(), one.code());
            assertPutAside(one.id(), one.putAside() ? one.value() : null, one.putAside());
        }
        String place = Topology.NOBODY + "-0-" + nobody.offset();
        assertAnswered(place, "unknown_tenant");
        assertPutAside(place, QUESTION.getBytes(UTF_8), true);
        asker.awaitCommitted("ponder-router", Topics.REQUESTS);
        for (Malformed one : Malformed.values()) {
            assertThat(results.count(record -> key(record).equals(one.id()))).isEqualTo(1);
        }
    }

    @Test
    void putsWhatIsBeyondATenantsShareWithTheSurplusUntilWhatItHoldsIsSettled() {
        Reader surplus = new Reader(bootstrap, Topics.surplus(new PoolId("main")));
        String request = "{\"id\":\"%s\",\"input_text\":\"Long?\",\"max_completion_tokens\":30000}";
        List<String> ids = IntStream.range(0, 60).mapToObj(i -> "s-" + i).toList();
        ids.forEach(id -> asker.ask("reasoning.requests.acme", request.formatted(id), Map.of()));
        ConsumerRecord<byte[], byte[]> beyond = surplus.awaitRecord(one -> key(one).startsWith("s-"));
        assertThat(work.count(one -> key(one).startsWith("s-"))).isPositive();

        String control = Topics.control(new TenantId("acme"));
        ids.forEach(id -> asker.ask(control, "{\"cancel\":\"" + id + "\"}", Map.of()));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            asker.ask("reasoning.requests.acme", request.replace("30000", "100").formatted("late"), Map.of());
            assertThat(work.count(one -> key(one).equals("late"))).isPositive();
        });
        assertThat(key(beyond)).isIn(ids);
        surplus.close();
    }

    @Test
    void endsWhatIsCancelledWhileItWaitsAndPutsAsideWhatIsNoOrder() {
        // Given work that nobody takes
        asker.ask(Topics.REQUESTS, "{\"id\":\"c-1\",\"input_text\":\"What is 6 * 7?\"}", Map.of());
        work.awaitRecord(one -> key(one).equals("c-1"));
        String control = Topics.control(TenantId.DEFAULT);
        // When
        RecordMetadata junk = asker.put(control, "ignored", "{\"cancel\":1}".getBytes(UTF_8));
        asker.put(control, "event-1", "{\"cancel\":\"c-1\"}".getBytes(UTF_8));
        asker.put(control, "event-1", "{\"cancel\":\"c-1\"}".getBytes(UTF_8));
        asker.put(control, "event-2", "{\"cancel\":\"c-2\"}".getBytes(UTF_8));
        // Then
        assertAnswered("c-1", "cancelled");
        assertPutAside(control + "-0-" + junk.offset(), "{\"cancel\":1}".getBytes(UTF_8), true);
        asker.awaitCommitted("ponder-router-orders", control);
        assertThat(results.count(record -> key(record).equals("c-1"))).isEqualTo(1);
        assertThat(results.count(record -> key(record).equals("c-2"))).isZero();
        asker.ask(Topics.REQUESTS, "{\"id\":\"c-2\",\"input_text\":\"What is 6 * 8?\"}", Map.of());
        assertAnswered("c-2", "cancelled");
    }

    @Test
    void isReadyOnceTopicsAndAssignmentAreThere() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> response =
                        client.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(response.body()).contains("requests assignment", "topics", "settlement");
                assertThat(response.statusCode()).isEqualTo(200);
            }
        });
    }

    private void assertAnswered(String id, String code) {
        ConsumerRecord<byte[], byte[]> result = results.awaitRecord(one -> key(one).equals(id));
        assertThat(json(result).at("/error/code").asText()).as(id).isEqualTo(code);
        assertThat(json(result).at("/error/message").asText()).as(id).isNotBlank();
    }

    private void assertPutAside(String id, byte @Nullable [] value, boolean aside) {
        if (!aside) {
            assertThat(deadLetters.count(
                            one -> header(one, DeadLetter.REQUEST_ID).equals(id)))
                    .isZero();
            return;
        }
        ConsumerRecord<byte[], byte[]> letter = deadLetters.awaitRecord(
                one -> header(one, DeadLetter.REQUEST_ID).equals(id));
        assertThat(letter.value()).as(id).isEqualTo(value == null ? new byte[0] : value);
    }
}

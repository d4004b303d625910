package dev.ponder.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.local.connect.Cluster;
import dev.ponder.local.connect.Stretch;
import dev.ponder.local.connect.TenantConverter;
import dev.ponder.local.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The commands on a real broker, a tenant a test. */
class DeadLettersOnKafkaTest {

    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final byte[] BINARY = {(byte) 0xff, 0, 27, '[', '2', 'J'};

    private final Cluster cluster = Cluster.at(LocalBroker.shared());
    private final TenantId tenant = new TenantId("letters-" + TENANTS.incrementAndGet());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(said, true, UTF_8), false);

    DeadLettersOnKafkaTest() throws InterruptedException {
        try (Admin admin = cluster.admin()) {
            new TopicProvisioner(admin).ensureTopics(new TopicPlan(List.of(tenant), List.of(), 2).specs());
        }
    }

    @Test
    void listsHostileLettersNewestLast() throws Exception {
        // Given
        put(BINARY, BINARY, Map.of());
        put(null, new byte[10 * 1024 * 1024], Map.of(DeadLetter.CODE, "value_too_large"));
        put(null, null, Map.of(DeadLetter.CODE, "\u001b]52;c;x\u0007", DeadLetter.REASON, "a\nb"));
        // When
        int code = run(new ListCommand(screen, screen), "--tenant", tenant.value());
        // Then
        assertThat(code).isZero();
        assertThat(lines()).hasSize(3).allMatch(line -> line.startsWith(Topics.deadLetters(tenant)));
        assertThat(lines().get(1)).contains("value_too_large", "10485760 bytes");
        assertThat(lines().getLast()).contains("\uFFFD]52;c;x\uFFFD  a b").doesNotContain("\u001b");
    }

    @Test
    void listsTheNewestOfOneCodeAsJson() throws Exception {
        // Given
        put(null, BINARY, Map.of(DeadLetter.CODE, "wrong_type", DeadLetter.REQUEST_ID, "a"));
        put(null, BINARY, Map.of(DeadLetter.CODE, "wrong_type", DeadLetter.REQUEST_ID, "b"));
        put(null, BINARY, Map.of(DeadLetter.CODE, "null_value"));
        // When
        run(
                new ListCommand(screen, screen),
                "--tenant",
                tenant.value(),
                "--reason",
                "wrong_type",
                "--limit",
                "1",
                "--since",
                "1h",
                "--json");
        // Then
        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst()).contains("\"request_id\":\"b\"", "\"bytes\":6");
        assertThat(lines().getLast()).startsWith("1 older ones are not shown");
    }

    @Test
    void showsALetterWithoutItsSecretsAndWithThemWhenAsked() throws Exception {
        // Given
        Place place = put(null, "{\"input_text\":\"secret\\u001b\"}".getBytes(UTF_8), Map.of("authorization", "hush"));
        // When
        int masked = run(new ShowCommand(screen), place.toString());
        // Then
        assertThat(masked).isZero();
        assertThat(said()).contains("input_text: <text of 7 characters>", "authorization: <4 bytes>");
        assertThat(said()).doesNotContain("secret").doesNotContain("hush");
        run(new ShowCommand(screen), place.toString(), "--payload");
        assertThat(said())
                .contains("may hold what a user asked", "{\"input_text\":\"secret\\u001b\"}", "authorization: hush");
    }

    @Test
    void saysThatALetterIsGone() {
        int code = run(new ShowCommand(screen), Topics.deadLetters(tenant) + "-0-99");

        assertThat(code).isEqualTo(1);
    }

    @Test
    void replaysARequestByteForByteAndRefusesTheRest() throws Exception {
        // Given
        Map<String, String> request =
                Map.of(DeadLetter.CODE, "wrong_type", DeadLetter.TOPIC, Topics.requests(tenant), "ce_id", "order-7");
        Place good = put(BINARY, BINARY, request);
        Place work =
                put(null, BINARY, Map.of(DeadLetter.CODE, "wrong_type", DeadLetter.TOPIC, "reasoning.work.main.batch"));
        // When
        int code = run(new ReplayCommand(screen), good.toString(), work.toString());
        // Then
        assertThat(code).isEqualTo(1);
        assertThat(said())
                .contains(good + " lies at " + Topics.requests(tenant), work + " is refused", "Replayed 1, refused 1.");
        assertThat(requests()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(BINARY);
            assertThat(record.value()).isEqualTo(BINARY);
            assertThat(record.headers())
                    .extracting(Header::key)
                    .containsExactlyInAnyOrder("ce_id", DeadLetter.REPLAYED_FROM);
        });
    }

    @Test
    void saysWhatItWouldReplayAndReplaysNothing() throws Exception {
        // Given
        put(null, BINARY, Map.of(DeadLetter.CODE, "wrong_type", DeadLetter.TOPIC, Topics.requests(tenant)));
        put(null, BINARY, Map.of(DeadLetter.CODE, "null_value", DeadLetter.TOPIC, Topics.requests(tenant)));
        // When
        int code = run(new ReplayCommand(screen), "--reason", "wrong_type", "--tenant", tenant.value(), "--dry-run");
        // Then
        assertThat(code).isZero();
        assertThat(said()).contains("would go onto " + Topics.requests(tenant), "Would replay 1, refused 0.");
        assertThat(requests()).isEmpty();
    }

    private int run(Callable<Integer> command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap", LocalBroker.shared()));
        return new CommandLine(command)
                .registerConverter(TenantId.class, new TenantConverter())
                .setExecutionExceptionHandler((failure, _, _) -> {
                    screen.line(String.valueOf(failure.getMessage()));
                    return 1;
                })
                .execute(all.toArray(String[]::new));
    }

    private Place put(byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) throws Exception {
        List<Header> all = new ArrayList<>();
        headers.forEach((name, text) -> all.add(Letters.header(name, text)));
        try (Producer<byte[], byte[]> producer = cluster.writer()) {
            RecordMetadata at = producer.send(new ProducerRecord<>(Topics.deadLetters(tenant), 0, key, value, all))
                    .get();
            return new Place(at.topic(), at.partition(), at.offset());
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> requests() throws Exception {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> reader = cluster.reader()) {
            List<TopicPartition> partitions = List.of(
                    new TopicPartition(Topics.requests(tenant), 0), new TopicPartition(Topics.requests(tenant), 1));
            Stretch stretch = Stretch.of(reader, partitions, Optional.empty());
            while (stretch.hasMore()) {
                found.addAll(stretch.next());
            }
        }
        return found;
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private List<String> lines() {
        return said().lines().toList();
    }
}

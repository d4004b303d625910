package dev.ponder.cache.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.cache.Chains;
import dev.ponder.cache.learning.CatchUp;
import dev.ponder.cache.learning.CatchUpState;
import dev.ponder.cache.storage.MvChainStore;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.testkafka.TestBroker;
import dev.ponder.testkafka.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker, whose topic holds three chains in one partition. */
@SuppressWarnings("NullAway.Init") // startBroker() and open() set all before any test
class StorePositionsTest {

    private static final Duration ABSENCE = Duration.ofHours(12);
    private static final TopicPartition ONLY = new TopicPartition(Topics.CHAINS, 0);
    private static final long END = 3;

    @TempDir
    private static Path brokerDir;

    private static TestBroker broker;

    @TempDir
    private Path dir;

    private final ManualTicker ticker = new ManualTicker(Chains.LEARNED_AT);
    private final CatchUp catchUp = new CatchUp();
    private final ChainTopic topic = new ChainTopic(Map.of("bootstrap.servers", broker.bootstrap()));
    private MvChainStore store;
    private Consumer<byte[], byte[]> consumer;
    private StorePositions positions;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = TestKafka.fresh(brokerDir);
        Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
        try (Admin admin = Admin.create(client)) {
            new TopicProvisioner(admin).ensureTopics(new TopicPlan(List.of(), List.of(), 1).specs());
        }
        try (KafkaProducer<byte[], byte[]> writer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (byte number = 0; number < END; number++) {
                var _ = writer.send(new ProducerRecord<>(Topics.CHAINS, new byte[] {number}, new byte[] {number}))
                        .get();
            }
        }
    }

    @AfterAll
    static void stopBroker() {
        broker.stop();
    }

    @BeforeEach
    void open() {
        store = MvChainStore.open(dir, 10, ABSENCE, ticker);
        positions = new StorePositions(store, catchUp, topic);
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(ONLY));
    }

    @AfterEach
    void close() {
        consumer.close();
        store.close();
    }

    @Test
    void beginsAtTheFirstRecordWhereTheStoreHasNothing() {
        positions.onPartitionsAssigned(consumer, List.of(ONLY));

        assertThat(consumer.position(ONLY)).isZero();
        assertThat(catchUp.state()).isEqualTo(new CatchUpState.Behind(Map.of(0, END)));
    }

    @Test
    void goesOnWhereTheStoreIs() {
        store.adopt(topic.describe().id());
        store.apply(List.of(), Map.of(0, END - 1));

        positions.onPartitionsAssigned(consumer, List.of(ONLY));

        assertThat(consumer.position(ONLY)).isEqualTo(END - 1);
        assertThat(catchUp.state()).isEqualTo(new CatchUpState.Behind(Map.of(0, END)));
    }

    @Test
    void isCaughtUpWhereNothingIsLeftToRead() {
        store.adopt(topic.describe().id());
        store.apply(List.of(), Map.of(0, END));

        positions.onPartitionsAssigned(consumer, List.of(ONLY));

        assertThat(catchUp.isDone()).isTrue();
    }

    @Test
    void readsAllAnewWhereTheStoreWasAwayTooLongThoughItHadCaughtUp() {
        store.adopt(topic.describe().id());
        store.apply(List.of(), Map.of(0, END));
        positions.begin(consumer, List.of(ONLY));
        ticker.advance(ABSENCE.plusSeconds(1));

        positions.begin(consumer, List.of(ONLY));

        assertThat(store.positions()).isEmpty();
        assertThat(consumer.position(ONLY)).isZero();
        assertThat(catchUp.state()).isEqualTo(new CatchUpState.Behind(Map.of(0, END)));
    }

    @Test
    void waitsForATopicThatIsMissing() {
        positions.onPartitionsAssigned(consumer, List.of());

        assertThat(catchUp.state()).isEqualTo(new CatchUpState.TopicMissing());
    }

    @Test
    void saysWhyItCanNotLearnHowFarToRead() {
        ChainTopic nobody = new ChainTopic(
                Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 500, "request.timeout.ms", 400));
        StorePositions lost = new StorePositions(store, catchUp, nobody);

        assertThatThrownBy(() -> lost.begin(consumer, List.of(ONLY))).isInstanceOf(KafkaException.class);

        assertThat(catchUp.state()).isInstanceOf(CatchUpState.Stalled.class);
    }
}

package dev.ponder.router.settlement.rescue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.router.settlement.liveness.Fronts;
import dev.ponder.testkafka.TestBroker;
import dev.ponder.testkafka.TestKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work is deleted where nobody needs it any more, and nowhere else. */
final class WorkCutterIT {

    private static final PoolId POOL = new PoolId("main");
    private static final TopicPartition WORK = new TopicPartition(Topics.work(POOL, SloClass.INTERACTIVE), 0);
    private static final TopicPartition OUTCOMES = new TopicPartition(Topics.OUTCOMES, 0);
    private static final String GROUP = "ponder-settlement";
    private static final Fronts ALL_TAKEN = new Fronts(Map.of(new Fronts.Lane(WORK.topic(), 0), 5L));

    private final WorkCutter cutter = new WorkCutter(GROUP);
    private TestBroker broker;
    private Admin admin;

    /** Five pieces of work, and two outcomes. */
    @BeforeEach
    void open(@TempDir Path dir) throws Exception {
        broker = TestKafka.fresh(dir);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
        new TopicProvisioner(admin).ensureTopics(new TopicPlan(List.of(TenantId.DEFAULT), List.of(POOL), 1).specs());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < 5; i++) {
                producer.send(new ProducerRecord<>(WORK.topic(), ("work-" + i).getBytes(UTF_8)))
                        .get();
            }
            for (int i = 0; i < 2; i++) {
                producer.send(new ProducerRecord<>(OUTCOMES.topic(), ("outcome-" + i).getBytes(UTF_8)))
                        .get();
            }
        }
    }

    @AfterEach
    void close() {
        admin.close();
        broker.stop();
    }

    @Test
    void cutsWhatIsTakenAndBelowTheOldestUnderWay() throws Exception {
        heard(2, WORK.topic() + "/0=3");
        cutter.cut(admin, ALL_TAKEN);
        assertThat(firstWork()).isZero();

        cutter.cut(admin, ALL_TAKEN);

        assertThat(firstWork()).isEqualTo(3);
    }

    @Test
    void cutsNothingThatWaits() throws Exception {
        heard(2, "");
        Fronts twoTaken = new Fronts(Map.of(new Fronts.Lane(WORK.topic(), 0), 2L));
        cutter.cut(admin, twoTaken);

        cutter.cut(admin, ALL_TAKEN);

        assertThat(firstWork()).isEqualTo(2);
    }

    @Test
    void cutsNothingBeforeSettlementHasReadWhatItWasTold() throws Exception {
        heard(1, "");
        cutter.cut(admin, ALL_TAKEN);

        cutter.cut(admin, ALL_TAKEN);

        assertThat(firstWork()).isZero();
    }

    @Test
    void cutsNothingWhereSomebodysWorkIsNotKnown() throws Exception {
        heard(2, "?");
        cutter.cut(admin, ALL_TAKEN);

        cutter.cut(admin, ALL_TAKEN);

        assertThat(firstWork()).isZero();
    }

    private void heard(long outcomes, String oldest) throws Exception {
        admin.alterConsumerGroupOffsets(GROUP, Map.of(OUTCOMES, new OffsetAndMetadata(outcomes, oldest)))
                .all()
                .get();
    }

    private long firstWork() throws Exception {
        return admin.listOffsets(Map.of(WORK, OffsetSpec.earliest()))
                .partitionResult(WORK)
                .get()
                .offset();
    }
}

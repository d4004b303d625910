package dev.ponder.router.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Dispatched;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.WorkPlace;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.router.settlement.decision.OpenWork;
import dev.ponder.router.settlement.decision.Outcomes;
import dev.ponder.router.settlement.register.RegisterEntry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RegisterListenerTest {

    private static final PoolId MAIN = new PoolId("main");
    private static final String CLASS_WORK = "reasoning.work.main.interactive";

    private final FairSharing sharing = new FairSharing(1_000, Map.of(), new ManualTicker(Outcomes.NOW));
    private final RegisterListener listener = new RegisterListener(sharing);
    private final Dispatched dispatched = Outcomes.dispatched("r-1", 1);
    private final String digest = dispatched.key().digest();

    @Test
    void hearsWhatAnotherRouterDispatchedWithinAShare() {
        hear(opened(CLASS_WORK));

        assertThat(held()).isEqualTo(100);
    }

    @Test
    void countsNoSurplus() {
        hear(opened(Topics.surplus(MAIN)));

        assertThat(held()).isZero();
    }

    @Test
    void givesBackWhatIsSettledWithdrawnOrErased() {
        for (byte[] end : new byte[][] {
            Json.write(RegisterEntry.settled(Outcomes.NOW, 1)), Json.write(RegisterEntry.withdrawn(Outcomes.NOW)), null
        }) {
            hear(opened(CLASS_WORK));

            hear(end);

            assertThat(held()).isZero();
        }
    }

    @Test
    void passesOverWhatItCannotRead() {
        hear("{\"state\":\"new\"}".getBytes(UTF_8));

        assertThat(held()).isZero();
    }

    private long held() {
        return sharing.held(MAIN, dispatched.key().tenant());
    }

    private byte[] opened(String topic) {
        WorkPlace place = new WorkPlace(topic, 0, 7);
        return Json.write(RegisterEntry.open(
                new OpenWork(dispatched.asked(), dispatched.deadline(), place, 100, null, Outcomes.NOW)));
    }

    private void hear(byte @Nullable [] value) {
        TopicPartition partition = new TopicPartition(Topics.REGISTER, 0);
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(partition.topic(), 0, 0, digest.getBytes(UTF_8), value);
        listener.hear(new ConsumerRecords<>(Map.of(partition, List.of(record)), Map.of()));
    }
}

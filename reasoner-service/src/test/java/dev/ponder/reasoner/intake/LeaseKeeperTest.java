package dev.ponder.reasoner.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.reasoner.path.Tasks;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LeaseKeeperTest {

    private static final Task STUCK = Tasks.task("stuck", Duration.ofMinutes(1));
    private static final Task OTHER = Tasks.task("other", Duration.ofMinutes(1));
    private static final int RENEWALS = 3;

    private final ManualTicker ticker = new ManualTicker(Tasks.ARRIVED);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final RecordedEmission emission = new RecordedEmission();
    private final LeaseKeeper keeper = new LeaseKeeper(emission, "me", Duration.ofMillis(30), ticker, timer);

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    @Test
    void renewsTheOthersWhileOneRenewalIsStuck() throws Exception {
        emission.stuck.add(STUCK.id());
        try (LeaseKeeper.Kept slow = handedOff(STUCK);
                LeaseKeeper.Kept quick = handedOff(OTHER)) {
            await().untilAsserted(() -> assertThat(said(STUCK.id())).isGreaterThan(1));

            await().untilAsserted(() -> assertThat(said(OTHER.id())).isGreaterThan(1 + RENEWALS));

            assertThat(said(STUCK.id())).as("first said, then one on its way").isEqualTo(2);
            slow.concluded();
            quick.concluded();
        }
    }

    @Test
    void endsTheLeaseThoughARenewalIsStuck() throws Exception {
        emission.stuck.add(STUCK.id());
        LeaseKeeper.Kept slow = handedOff(STUCK);
        await().untilAsserted(() -> assertThat(said(STUCK.id())).isEqualTo(2));

        slow.close();

        assertThat(emission.sent(Held.class).getLast().until()).isEqualTo(ticker.now());
    }

    private LeaseKeeper.Kept handedOff(Task task) throws Exception {
        ScriptedHold hold = new ScriptedHold();
        LeaseKeeper.Kept kept = keeper.guard(task, hold);
        hold.handOff();
        return kept;
    }

    private long said(RequestId id) {
        return emission.sent(Held.class).stream()
                .filter(held -> held.id().equals(id))
                .count();
    }
}

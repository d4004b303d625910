package dev.ponder.reasoner.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.reasoner.path.Tasks;
import dev.ponder.workqueue.Payload;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.WorkRef;
import dev.ponder.workqueue.Worker;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TimedWorkerTest {

    private final ManualTicker ticker = new ManualTicker(Tasks.ARRIVED);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void notesHowLongARecordOfEachTopicWasWorkedOn() throws Exception {
        Verdict verdict = timed(3, Verdict.done()).work(item("reasoning.work.main.batch"), new ScriptedHold());
        timed(4, Verdict.done()).work(item("reasoning.work.main.surplus"), new ScriptedHold());

        assertThat(verdict).isEqualTo(Verdict.done());
        assertThat(seconds("reasoning.work.main.batch")).isEqualTo(3);
        assertThat(seconds("reasoning.work.main.surplus")).isEqualTo(4);
    }

    @Test
    void notesItAlsoWhereTheWorkIsTakenAway() {
        Worker interrupted = new TimedWorker(
                (_, _) -> {
                    ticker.advance(Duration.ofSeconds(2));
                    throw new InterruptedException();
                },
                meters,
                ticker);

        assertThatThrownBy(() -> interrupted.work(item("reasoning.work.main.batch"), new ScriptedHold()))
                .isInstanceOf(InterruptedException.class);

        assertThat(seconds("reasoning.work.main.batch")).isEqualTo(2);
    }

    private Worker timed(long seconds, Verdict verdict) {
        return new TimedWorker(
                (_, _) -> {
                    ticker.advance(Duration.ofSeconds(seconds));
                    return verdict;
                },
                meters,
                ticker);
    }

    private double seconds(String topic) {
        Timer timer = meters.get(Meters.PROCESS_DURATION)
                .tag("messaging.destination.name", topic)
                .timer();
        assertThat(timer.count()).isEqualTo(1);
        return timer.totalTime(TimeUnit.SECONDS);
    }

    private static WorkItem item(String topic) {
        Payload nothing = Payload.of(new byte[0]);
        return new WorkItem(new WorkRef(topic, 0, 7), nothing, nothing, List.of(), Tasks.ARRIVED, 1);
    }
}

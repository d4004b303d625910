package dev.ponder.autoscaler.observation;

import static dev.ponder.autoscaler.observation.Snapshots.NOON;
import static dev.ponder.autoscaler.observation.Snapshots.SLOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueWatchTest {

    private static final Duration PROMISE = Duration.ofMinutes(64);

    private final Observer observer = Snapshots.observer(Snapshots.WITH_DEADLINES);

    /** As many had come before each moment that the observer asks about. */
    private Reading<Past> past(long... cameBefore) {
        List<Instant> moments = observer.past(NOON).getOrDefault(SLOW, List.of());
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            counts.add(cameBefore[Math.min(i, cameBefore.length - 1)]);
        }
        return Reading.of(new Past(moments, counts));
    }

    @Test
    void tellsWhenWhatCameIsDue() {
        observer.observe(Snapshots.calm().backlog(SLOW, 7, 0).past(past(7)).after(5));

        PoolObservation seen =
                observer.observe(Snapshots.calm().backlog(SLOW, 11, 4).after(10));

        assertThat(seen.due())
                .isEqualTo(Reading.of(List.of(new Due(NOON.plusSeconds(5).plus(PROMISE), new Work(4, 400, 800), 200))));
    }

    @Test
    void knowsWhenThatIsDueWhichLayThereBeforeTheFirstLook() {
        PoolObservation seen = observer.observe(
                Snapshots.calm().backlog(SLOW, 110, 12).past(past(90, 100)).after(0.001));

        assertThat(seen.due())
                .isEqualTo(Reading.of(List.of(
                        new Due(NOON, new Work(2, 200, 400), 200),
                        new Due(NOON.plus(Duration.ofMinutes(60)), new Work(10, 1000, 2000), 200))));
    }

    @Test
    void asksAboutThePastOnceAndAgainWhereNobodyAnswered() {
        PoolObservation seen = observer.observe(Snapshots.calm()
                .backlog(SLOW, 110, 12)
                .past(Reading.missing("the broker did not answer"))
                .after(5));

        assertThat(seen.due()).isEqualTo(Reading.missing("the broker did not answer"));
        assertThat(observer.past(NOON)).containsOnlyKeys(SLOW);
        observer.observe(Snapshots.calm().backlog(SLOW, 110, 12).past(past(90)).after(10));
        assertThat(observer.past(NOON)).isEmpty();
    }

    @Test
    void leavesOutWhatIsInWork() {
        PoolObservation seen = observer.observe(Snapshots.calm()
                .backlog(SLOW, 110, 10)
                .reasoner("a:1", "ponder_reasoner_in_progress 4\n")
                .past(past(110))
                .after(5));

        assertThat(seen.due().known().orElseThrow())
                .singleElement()
                .satisfies(due -> assertThat(due.work().requests()).isEqualTo(6));
    }

    @Test
    void reckonsWithTheLongestAnswerThatReasonersGaveLately() {
        PoolObservation seen = observer.observe(Snapshots.calm()
                .backlog(SLOW, 110, 10)
                .reasoner("a:1", """
                        gen_ai_client_token_usage_count{gen_ai_token_type="output"} 3
                        gen_ai_client_token_usage_max{gen_ai_token_type="output"} 3000
                        """)
                .past(past(110))
                .after(5));

        assertThat(seen.due().known().orElseThrow())
                .allSatisfy(due -> assertThat(due.longest()).isEqualTo(3000));
    }

    @Test
    void saysWhyDeadlinesAreNotKnown() {
        PoolObservation without = Snapshots.observer().observe(Snapshots.calm().after(5));
        PoolObservation away = observer.observe(
                Snapshots.calm().noBacklog(SLOW, "the broker did not answer").after(5));

        assertThat(without.due()).isEqualTo(Reading.missing("no class of this pool has deadlines"));
        assertThat(away.due()).isEqualTo(Reading.missing("the broker did not answer"));
    }
}

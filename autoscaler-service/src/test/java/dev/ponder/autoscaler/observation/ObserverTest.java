package dev.ponder.autoscaler.observation;

import static dev.ponder.autoscaler.observation.Snapshots.QUICK;
import static dev.ponder.autoscaler.observation.Snapshots.SLOW;
import static dev.ponder.autoscaler.observation.Snapshots.SURPLUS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ponder.mechanics.metrics.MetricsPage;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObserverTest {

    private final Observer observer = Snapshots.observer();

    @Test
    void countsWhatCameSinceTheLookBefore() {
        observer.observe(Snapshots.calm().backlog(QUICK, 10, 0).after(5));

        PoolObservation seen =
                observer.observe(Snapshots.calm().backlog(QUICK, 14, 4).after(10));

        assertThat(quick(seen).arrived()).isEqualTo(Reading.of(new Work(4, 400, 800)));
        assertThat(quick(seen).layers().queued()).isEqualTo(Reading.of(new Work(4, 400, 800)));
        assertThat(last(seen).arrived()).isEqualTo(Reading.of(Work.NONE));
        assertThat(seen.since()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void saysThatNothingCanBeComparedAtTheFirstLook() {
        PoolObservation seen =
                observer.observe(Snapshots.calm().backlog(QUICK, 10, 3).after(5));

        assertThat(quick(seen).arrived()).isInstanceOf(Reading.Missing.class);
        assertThat(quick(seen).layers().queued().known()).contains(new Work(3, 300, 600));
    }

    @Test
    void takesWhatIsInProgressOffTheLag() {
        String page = "ponder_reasoner_in_progress 8.0\n";

        PoolObservation seen = observer.observe(Snapshots.calm()
                .backlog(QUICK, 100, 30)
                .backlog(SLOW, 100, 10)
                .reasoner("10.0.0.1:8080", page)
                .after(5));

        assertThat(quick(seen).layers().queued()).isEqualTo(Reading.of(new Work(24, 2400, 4800)));
        assertThat(quick(seen).layers().dispatched()).isEqualTo(Reading.of(new Work(6, 600, 1200)));
        assertThat(last(seen).layers().dispatched()).isEqualTo(Reading.of(new Work(2, 200, 400)));
    }

    @Test
    void countsWhatWaitsInsideShardsAsGated() {
        PoolObservation seen = observer.observe(Snapshots.calm()
                .backlog(QUICK, 100, 8)
                .reasoner("10.0.0.1:8080", "ponder_reasoner_in_progress 8.0\n")
                .shard("10.0.0.1:8002", "nv_trt_llm_request_metrics{model=\"m\",request_type=\"waiting\"} 3\n")
                .after(5));

        assertThat(quick(seen).layers().gated().known().map(Work::requests)).contains(3.0);
        assertThat(quick(seen).layers().dispatched().known().map(Work::requests))
                .contains(5.0);
        assertThat(quick(seen).layers().queued().known()).contains(Work.NONE);
    }

    @Test
    void saysWhichSourceIsMissingAndCountsNoZeroForIt() {
        PoolObservation seen = observer.observe(Snapshots.calm()
                .backlog(QUICK, 9, 7)
                .noBacklog(SLOW, "the broker did not answer")
                .noReasoners("nobody is found under reasoners")
                .replicas(Reading.missing("the cluster did not answer"))
                .after(5));

        assertThat(last(seen).layers().queued()).isEqualTo(Reading.missing("the broker did not answer"));
        assertThat(quick(seen).layers().queued().known().map(Work::requests)).contains(7.0);
        assertThat(quick(seen).layers().dispatched()).isEqualTo(Reading.missing("nobody is found under reasoners"));
        assertThat(seen.missing())
                .contains("the cluster did not answer", "the broker did not answer", "nobody is found under reasoners");
    }

    @Test
    void isMissingWhatOneOfManyReasonersDoesNotSay() {
        ReasonerFigures said = ReasonerFigures.of(MetricsPage.parse("ponder_reasoner_in_progress 8\n"));

        PoolObservation seen = observer.observe(Snapshots.calm()
                .replicas(Reading.missing("unset"))
                .reasoners(Map.of("a:1", Reading.of(said), "b:1", Reading.missing("metrics of b:1: status 503")))
                .after(5));

        assertThat(quick(seen).layers().dispatched()).isEqualTo(Reading.missing("metrics of b:1: status 503"));
    }

    @Test
    void knowsThatNobodyWorksWhereThereIsNoReplica() {
        PoolObservation seen = observer.observe(
                Snapshots.calm().noReasoners("nobody is found under reasoners").after(5));

        assertThat(quick(seen).layers().dispatched()).isEqualTo(Reading.of(Work.NONE));
        assertThat(seen.missing()).doesNotContain("nobody is found under reasoners");
    }

    @Test
    void tellsWhatEndedByItsClass() {
        observer.observe(Snapshots.calm()
                .reasoner("a:1", tokens("quick", 10, 1000, 3000) + tokens("slow", 1, 50, 900))
                .after(5));

        PoolObservation seen = observer.observe(Snapshots.calm()
                .backlog(QUICK, 5, 2)
                .backlog(SLOW, 5, 2)
                .reasoner("a:1", tokens("quick", 13, 1300, 3900) + tokens("slow", 2, 110, 1900))
                .after(10));

        assertThat(quick(seen).ended()).isEqualTo(Reading.of(new Work(3, 300, 900)));
        assertThat(last(seen).ended()).isEqualTo(Reading.of(new Work(1, 60, 1000)));
    }

    @Test
    void tellsFirstTokensByTheirClass() {
        observer.observe(Snapshots.calm().reasoner("a:1", "").after(5));

        PoolObservation seen = observer.observe(Snapshots.calm()
                .backlog(QUICK, 5, 2)
                .backlog(SLOW, 5, 2)
                .reasoner("a:1", firstTokens("quick", 9, 10, 10) + firstTokens("slow", 2, 10, 10))
                .after(10));

        assertThat(quick(seen).firstTokenP90()).isEqualTo(Reading.of(1.0));
        assertThat(last(seen).firstTokenP90()).isEqualTo(Reading.of(52.625));
    }

    @Test
    void joinsTheFirstTokensOfAllReasoners() {
        observer.observe(
                Snapshots.calm().reasoners(pages(Map.of("a:1", "", "b:1", ""))).after(5));

        PoolObservation seen = observer.observe(Snapshots.calm()
                .reasoners(pages(Map.of("a:1", firstTokens("quick", 8, 8, 8), "b:1", firstTokens("quick", 1, 2, 2))))
                .after(10));

        assertThat(quick(seen).firstTokenP90()).isEqualTo(Reading.of(1.0));
    }

    @Test
    void saysThatFirstTokensBeyondTheLargestBoundAreLater() {
        observer.observe(Snapshots.calm().reasoner("a:1", "").after(5));

        PoolObservation seen = observer.observe(
                Snapshots.calm().reasoner("a:1", firstTokens("quick", 0, 2, 10)).after(10));

        assertThat(quick(seen).firstTokenP90().known().orElseThrow())
                .isGreaterThan(60)
                .isLessThan(60.1);
    }

    @Test
    void doesNotTakeAWaitBeyondASharesRightForALateClass() {
        Observer sharing = Snapshots.observer(Snapshots.UNSIZED);
        sharing.observe(
                Snapshots.calm().backlog(SURPLUS, 0, 0).reasoner("a:1", "").after(5));

        PoolObservation seen = sharing.observe(Snapshots.calm()
                .backlog(QUICK, 5, 2)
                .backlog(SURPLUS, 0, 40)
                .reasoner("a:1", tokens("quick", 3, 300, 900) + firstTokens("quick", 0, 3, 3))
                .after(10));

        assertThat(quick(seen).firstTokenP90()).isInstanceOf(Reading.Missing.class);
        assertThat(quick(seen).ended()).isEqualTo(Reading.of(new Work(3, 300, 900)));
        assertThat(last(seen).ended()).isInstanceOf(Reading.Missing.class);
    }

    @Test
    void remembersSurplusWorkThatEndedSinceTheLookBefore() {
        Observer sharing = Snapshots.observer(Snapshots.UNSIZED);
        sharing.observe(
                Snapshots.calm().backlog(SURPLUS, 0, 0).reasoner("a:1", "").after(5));
        sharing.observe(
                Snapshots.calm().backlog(SURPLUS, 0, 1).reasoner("a:1", "").after(10));

        PoolObservation ended = sharing.observe(Snapshots.calm()
                .backlog(SURPLUS, 1, 0)
                .reasoner("a:1", firstTokens("quick", 0, 1, 1))
                .after(15));
        PoolObservation later = sharing.observe(Snapshots.calm()
                .backlog(SURPLUS, 1, 0)
                .reasoner("a:1", firstTokens("quick", 9, 10, 10))
                .after(20));

        assertThat(quick(ended).firstTokenP90()).isInstanceOf(Reading.Missing.class);
        assertThat(quick(later).firstTokenP90().known().orElseThrow()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void learnsHowLongARequestIsFromItsOwnClassOrElseFromAll() {
        Observer learning = Snapshots.observer(Snapshots.UNSIZED);
        String page = tokens("quick", 20, 2000, 200) + tokens("slow", 20, 4000, 20_000);

        PoolObservation seen = learning.observe(Snapshots.calm()
                .backlog(QUICK, 0, 1)
                .backlog(SURPLUS, 0, 1)
                .reasoner("a:1", page)
                .after(5));

        assertThat(quick(seen).layers().queued()).isEqualTo(Reading.of(new Work(1, 100, 10)));
        assertThat(last(seen).layers().queued()).isEqualTo(Reading.of(new Work(1, 150, 505)));
    }

    @Test
    void countsFromNothingWhereAProcessBeganAnew() {
        observer.observe(Snapshots.calm()
                .backlog(QUICK, 5, 5)
                .reasoner("a:1", tokens("quick", 1000, 9, 9))
                .after(5));

        PoolObservation seen = observer.observe(Snapshots.calm()
                .backlog(QUICK, 5, 5)
                .reasoner("a:1", tokens("quick", 2, 200, 600))
                .after(10));

        assertThat(quick(seen).ended()).isEqualTo(Reading.of(new Work(2, 200, 600)));
    }

    @Test
    void isMissingArrivalsOfATopicThatWasMadeAnew() {
        observer.observe(Snapshots.calm().backlog(QUICK, 100, 0).after(5));

        PoolObservation seen =
                observer.observe(Snapshots.calm().backlog(QUICK, 3, 3).after(10));

        assertThat(quick(seen).arrived()).isEqualTo(Reading.missing(QUICK + " was made anew"));
    }

    @Test
    void goesOnWhenTheWallClockIsSetBack() {
        PoolObservation first = observer.observe(Snapshots.calm().after(5));

        PoolObservation seen = observer.observe(Snapshots.calm().at(Snapshots.NOON.minusSeconds(86_400), 10));

        assertThat(seen.at()).isAfter(first.at());
        assertThat(seen.since()).isBetween(Duration.ofMillis(4500), Duration.ofMillis(5500));
    }

    private static String tokens(String name, int generations, int input, int output) {
        return """
                gen_ai_client_token_usage_count{class="%1$s",gen_ai_token_type="output"} %2$d
                gen_ai_client_token_usage_sum{class="%1$s",gen_ai_token_type="input"} %3$d
                gen_ai_client_token_usage_sum{class="%1$s",gen_ai_token_type="output"} %4$d
                """.formatted(name, generations, input, output);
    }

    private static String firstTokens(String name, int withinASecond, int withinAMinute, int all) {
        return """
                ponder_reasoner_first_token_seconds_bucket{class="%1$s",le="1.0"} %2$d
                ponder_reasoner_first_token_seconds_bucket{class="%1$s",le="60.0"} %3$d
                ponder_reasoner_first_token_seconds_bucket{class="%1$s",le="+Inf"} %4$d
                ponder_reasoner_first_token_seconds_count{class="%1$s"} %4$d
                """.formatted(name, withinASecond, withinAMinute, all);
    }

    private static Map<String, Reading<ReasonerFigures>> pages(Map<String, String> texts) {
        return texts.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, one -> Reading.of(ReasonerFigures.of(MetricsPage.parse(one.getValue())))));
    }

    private static ClassLoad quick(PoolObservation seen) {
        return seen.classes().getFirst();
    }

    private static ClassLoad last(PoolObservation seen) {
        return seen.classes().getLast();
    }
}

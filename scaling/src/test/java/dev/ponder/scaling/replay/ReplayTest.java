package dev.ponder.scaling.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.decision.ScalingLaw;
import dev.ponder.scaling.decision.Seen;
import dev.ponder.scaling.decision.TokenWork;
import dev.ponder.scaling.log.DecisionEntry;
import dev.ponder.scaling.log.DecisionLines;
import dev.ponder.scaling.log.LawEntry;
import dev.ponder.scaling.log.Laws;
import dev.ponder.scaling.log.LogEntry;
import dev.ponder.scaling.log.UnreadableLineException;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class ReplayTest {

    private static final LawSettings SETTINGS = Seen.settings(0, 9, new TokenWork());
    private static final List<Double> BURSTS = List.of(5.0, 0.0, 90.0, 90.0, 3.0, 0.0, 0.0, 60.0, 1.0, 1.0);

    private final Replay replay = new Replay();

    @Property(tries = 200)
    void saysOfItsLinesAloneWhatTheLawHadSaid(
            @ForAll("settings") LawSettings settings,
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0, max = 200) Double> arrivals)
            throws UnreadableLineException {
        List<String> lines = new ArrayList<>();
        log("main", settings, arrivals).forEach(entry -> lines.add(DecisionLines.write(entry)));

        List<Replayed> again = new ArrayList<>();
        for (String line : lines) {
            again.add(replay.take(DecisionLines.read(line)));
        }

        assertThat(again.getFirst()).isInstanceOf(Replayed.Began.class);
        assertThat(again.subList(1, again.size())).hasOnlyElementsOfType(Replayed.Same.class);
    }

    @Example
    void beginsALawAnewWhereTheServiceBegan() {
        List<LogEntry> log = log("main", SETTINGS, BURSTS);
        log.addAll(log("main", SETTINGS, BURSTS));

        List<Replayed> again = again(log);

        assertThat(again.get(BURSTS.size() + 1)).isInstanceOf(Replayed.Began.class);
        assertThat(differed(again)).isEmpty();
    }

    @Example
    void goesOnWithTheLawThatRunsWhereItIsOnlySaidAgain() {
        List<LogEntry> log = log("main", SETTINGS, BURSTS);
        LawEntry law = new LawEntry("main", Instant.EPOCH, true, SETTINGS);
        log.add(5, law.again(Instant.EPOCH.plusSeconds(25)));

        List<Replayed> again = again(log);

        assertThat(again.get(5)).isInstanceOf(Replayed.Continued.class);
        assertThat(differed(again)).isEmpty();
    }

    @Example
    void keepsPoolsApart() {
        List<LogEntry> log = new ArrayList<>();
        List<LogEntry> main = log("main", SETTINGS, BURSTS);
        List<LogEntry> other = log("other", Seen.settings(1, 3, new TokenWork()), BURSTS.reversed());
        for (int i = 0; i < main.size(); i++) {
            log.add(main.get(i));
            log.add(other.get(i));
        }

        assertThat(differed(again(log))).isEmpty();
    }

    @Example
    void tellsWhatTheLawWouldDecideInstead() {
        List<LogEntry> log = log("main", SETTINGS, BURSTS);
        DecisionEntry third = (DecisionEntry) log.get(3);
        Decision bent = Decision.of(third.decided().at(), 0, 1, List.of("somebody wrote this"));
        log.set(3, new DecisionEntry("main", third.seen(), bent));

        List<Replayed> again = again(log);

        assertThat(again.get(3))
                .isEqualTo(new Replayed.Differed(new DecisionEntry("main", third.seen(), bent), third.decided()));
        assertThat(differed(again)).hasSize(1);
    }

    @Example
    void asksNobodyBeforeThereIsALaw() {
        List<LogEntry> log = log("main", SETTINGS, BURSTS);
        log.removeFirst();

        List<Replayed> again = again(log);

        assertThat(again).hasOnlyElementsOfType(Replayed.Unasked.class);
    }

    @Example
    void asksNobodyWhereTheLawIsLost() {
        List<LogEntry> log = log("main", SETTINGS, BURSTS);
        again(log.subList(0, 4));

        replay.forget("main");

        assertThat(replay.take(log.get(4))).isInstanceOf(Replayed.Unasked.class);
    }

    @Example
    void goesOnAfterATimeBeyondTheCalendar() {
        List<LogEntry> log = log("main", SETTINGS, BURSTS);
        PoolObservation never = new PoolObservation(
                Instant.MAX,
                Duration.ofSeconds(5),
                Reading.of(List.of()),
                List.of(),
                Reading.missing("unset"),
                Reading.missing("unset"));
        log.add(new DecisionEntry("main", never, new Decision.Kept(Instant.MAX, 0, List.of())));
        log.add(new DecisionEntry("main", never, new Decision.Kept(Instant.MAX, 0, List.of())));

        List<Replayed> again = again(log);

        assertThat(again).hasSameSizeAs(log);
        assertThat(again.get(BURSTS.size())).isInstanceOf(Replayed.Same.class);
        assertThat(again.get(BURSTS.size() + 1)).isInstanceOf(Replayed.Unasked.class);
    }

    @Provide
    Arbitrary<LawSettings> settings() {
        return Laws.settings();
    }

    private List<Replayed> again(List<LogEntry> log) {
        return new ArrayList<>(log.stream().map(replay::take).toList());
    }

    private static List<Replayed> differed(List<Replayed> again) {
        return again.stream().filter(Replayed.Differed.class::isInstance).toList();
    }

    /** What a service logs whose cluster does at once what the law decides. */
    private static List<LogEntry> log(String pool, LawSettings settings, List<Double> arrivals) {
        List<LogEntry> log = new ArrayList<>();
        log.add(new LawEntry(pool, Instant.EPOCH, true, settings));
        ScalingLaw law = new ScalingLaw(settings);
        int replicas = settings.bounds().min();
        for (int tick = 1; tick <= arrivals.size(); tick++) {
            PoolObservation seen = Seen.arrivingWithDeadlines(tick, replicas, arrivals.get(tick - 1));
            Decision decided = law.decide(seen);
            replicas = decided.replicas();
            log.add(new DecisionEntry(pool, seen, decided));
        }
        return log;
    }
}

package dev.ponder.scaling.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ponder.scaling.decision.CostCap;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.decision.Schedule;
import dev.ponder.scaling.decision.Seen;
import dev.ponder.scaling.decision.TokenWork;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecisionLinesTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final LawEntry LAW = new LawEntry(
            "main",
            NOON,
            true,
            Seen.settings(
                    0,
                    8,
                    new TokenWork(),
                    new Schedule(
                            List.of(new Schedule.Window(
                                    Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(18, 30), 3)),
                            ZoneId.of("Europe/Berlin")),
                    new CostCap(2.5, 10)));

    @Property(tries = 300)
    void giveBackWhatWasWritten(@ForAll("entries") LogEntry entry) throws UnreadableLineException {
        String line = DecisionLines.write(entry);

        assertThat(line).doesNotContain("\n", "\r");
        assertThat(DecisionLines.read(line)).isEqualTo(entry);
    }

    @Example
    void sayWhatIsMissingAndNeverZero() {
        String line = DecisionLines.write(entry(Reading.missing("the cluster did not answer")));

        assertThat(line).contains("\"replicas\":{\"missing\":\"the cluster did not answer\"}");
    }

    @Example
    void keepWhatIsNoNumber() throws UnreadableLineException {
        ReplicaState odd = new ReplicaState("pod", ReplicaState.Phase.READY, NOON, Double.NaN);

        LogEntry back = DecisionLines.read(DecisionLines.write(entry(Reading.of(List.of(odd)))));

        assertThat(back)
                .isInstanceOfSatisfying(
                        DecisionEntry.class,
                        one -> assertThat(one.seen().replicas().known()).contains(List.of(odd)));
    }

    @Example
    void passOverFieldsOfALaterDay() throws UnreadableLineException {
        DecisionEntry entry = entry(Reading.of(List.of()));
        String line = DecisionLines.write(entry).replace("{\"v\":1", "{\"colour\":\"blue\",\"v\":1");

        assertThat(DecisionLines.read(line)).isEqualTo(entry);
    }

    @Example
    void passOverFieldsOfALaterDayInALawToo() throws UnreadableLineException {
        String line = DecisionLines.write(LAW)
                .replace("\"hold\"", "\"mood\":3,\"hold\"")
                .replace("{\"name\":\"cost-cap\"", "{\"currency\":\"EUR\",\"name\":\"cost-cap\"");

        assertThat(DecisionLines.read(line)).isEqualTo(LAW);
    }

    /** As they were written before laws were: the form of a decision has not changed. */
    @Example
    void readLinesThatAreOlderThanLaws() throws UnreadableLineException {
        String old =
                "{\"v\":1,\"pool\":\"main\",\"decided\":{\"at\":\"2026-11-28T12:00:00Z\",\"from\":2,\"replicas\":2,"
                        + "\"reasons\":[\"nothing to do\"]},\"seen\":{\"at\":\"2026-11-28T12:00:00Z\",\"since\":\"PT5S\","
                        + "\"replicas\":{\"known\":[]},\"classes\":[],\"paces\":{\"missing\":\"no page\"},"
                        + "\"due\":{\"missing\":\"unread\"}}}";

        LogEntry entry = DecisionLines.read(old);

        assertThat(entry).isEqualTo(entry(Reading.of(List.of())));
    }

    @Example
    void nameTheFieldThatIsWrong() {
        String line = DecisionLines.write(
                entry(Reading.of(List.of(new ReplicaState("pod", ReplicaState.Phase.READY, NOON, 0)))));
        String law = DecisionLines.write(LAW);

        assertThat(whyUnreadable(line.replace("\"since\"", "\"sinze\""))).isEqualTo("seen.since: missing");
        assertThat(whyUnreadable(line.replace("PT5S", "PT5X")))
                .isEqualTo("seen.since: Text cannot be parsed to a Duration");
        assertThat(whyUnreadable(line.replace("READY", "GONE")))
                .isEqualTo("seen.replicas.known[0].phase: none of [STARTING, READY, DRAINING]");
        assertThat(whyUnreadable(line.replace("\"v\":1", "\"v\":2"))).contains("version 2");
        assertThat(whyUnreadable(law.replace("\"token-work\"", "\"token-walk\"")))
                .startsWith("law.policies[0].name: no policy is called token-walk, only token-work, ");
        assertThat(whyUnreadable(law.replace("\"MONDAY\"", "\"MOONDAY\"")))
                .startsWith("law.policies[1].windows[0].days[0]: none of [MONDAY, ");
        assertThat(whyUnreadable(law.replace("\"max\":8", "\"max\":-8"))).startsWith("law.bounds: ");
    }

    @Example
    void tellALineThatIsCutFromOneThatIsWrong() {
        String line = DecisionLines.write(LAW);

        assertThat(unreadable(line.substring(0, line.length() / 2)).isCut()).isTrue();
        assertThat(unreadable("scaled to three").isCut()).isTrue();
        assertThat(unreadable(line.replace("hold", "held")).isCut()).isFalse();
        assertThat(unreadable("").isCut()).isFalse();
    }

    @Example
    void sayWhoseLawIsLost() {
        String line = DecisionLines.write(LAW);

        assertThat(unreadable(line.replace("hold", "held")).lawOf()).contains("main");
        assertThat(unreadable(DecisionLines.write(entry(Reading.of(List.of()))).replace("since", "sinze"))
                        .lawOf())
                .isEmpty();
    }

    @Provide
    Arbitrary<LogEntry> entries() {
        return Arbitraries.oneOf(Entries.any(), Laws.entries());
    }

    private static String whyUnreadable(String line) {
        return String.valueOf(unreadable(line).getMessage());
    }

    private static UnreadableLineException unreadable(String line) {
        return assertThatExceptionOfType(UnreadableLineException.class)
                .isThrownBy(() -> DecisionLines.read(line))
                .actual();
    }

    private static DecisionEntry entry(Reading<List<ReplicaState>> replicas) {
        PoolObservation seen = new PoolObservation(
                NOON,
                Duration.ofSeconds(5),
                replicas,
                List.of(),
                Reading.missing("no page"),
                Reading.missing("unread"));
        return new DecisionEntry("main", seen, new Decision.Kept(NOON, 2, List.of("nothing to do")));
    }
}

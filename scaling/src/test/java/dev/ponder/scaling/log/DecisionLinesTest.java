package dev.ponder.scaling.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecisionLinesTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Property(tries = 300)
    void giveBackWhatWasWritten(@ForAll("entries") DecisionEntry entry) throws UnreadableLineException {
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

        DecisionEntry back = DecisionLines.read(DecisionLines.write(entry(Reading.of(List.of(odd)))));

        assertThat(back.seen().replicas().known()).contains(List.of(odd));
    }

    @Example
    void passOverFieldsOfALaterDay() throws UnreadableLineException {
        DecisionEntry entry = entry(Reading.of(List.of()));
        String line = DecisionLines.write(entry).replace("{\"v\":1", "{\"colour\":\"blue\",\"v\":1");

        assertThat(DecisionLines.read(line)).isEqualTo(entry);
    }

    @Example
    void nameTheFieldThatIsWrong() {
        String line = DecisionLines.write(entry(Reading.of(List.of())));

        assertThatThrownBy(() -> DecisionLines.read(line.replace("\"since\"", "\"sinze\"")))
                .isInstanceOf(UnreadableLineException.class)
                .hasMessageContaining("since");
        assertThatThrownBy(() -> DecisionLines.read(line.replace("\"v\":1", "\"v\":2")))
                .isInstanceOf(UnreadableLineException.class)
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> DecisionLines.read("scaled to three")).isInstanceOf(UnreadableLineException.class);
        assertThatThrownBy(() -> DecisionLines.read("")).isInstanceOf(UnreadableLineException.class);
    }

    @Provide
    Arbitrary<DecisionEntry> entries() {
        return Entries.any();
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

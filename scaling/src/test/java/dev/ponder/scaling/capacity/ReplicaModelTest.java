package dev.ponder.scaling.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReplicaModelTest {

    private final ReplicaModel model = new ReplicaModel(60, 13_000, 0.015, 0.00033);

    private static Flow flow(double rate, double input, double output) {
        return new Flow(rate, rate * input, rate * output);
    }

    @Test
    void findsThatSlotsEndFirstWhereAnswersAreLong() {
        double replicas = model.replicasFor(flow(10, 4000, 1000), 60);

        assertThat(replicas).isBetween(5.8, 5.9);
    }

    @Test
    void findsThatPrefillEndsFirstWherePromptsAreLong() {
        double replicas = model.replicasFor(flow(13, 4000, 10), 60);

        assertThat(replicas).isEqualTo(4);
    }

    @Property
    boolean needsMoreForMore(
            @ForAll @DoubleRange(min = 0, max = 100) double rate,
            @ForAll @DoubleRange(min = 0, max = 100) double more,
            @ForAll @IntRange(min = 1, max = 20_000) int input,
            @ForAll @IntRange(min = 1, max = 5000) int output,
            @ForAll @DoubleRange(min = 1, max = 60) double batch) {
        return model.replicasFor(flow(rate + more, input, output), batch)
                >= model.replicasFor(flow(rate, input, output), batch);
    }

    @Property
    boolean keepsWithinTheTimePerToken(@ForAll @IntRange(min = 16, max = 100) int millis) {
        double secondsPerToken = millis / 1e3;
        double batch = model.batchWithin(secondsPerToken);
        return model.secondsPerToken(batch) <= secondsPerToken + 1e-12 && batch >= 1 && batch <= 60;
    }
}

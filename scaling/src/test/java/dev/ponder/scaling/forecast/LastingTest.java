package dev.ponder.scaling.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LastingTest {

    private static final Duration LEAD = Duration.ofSeconds(20);

    private static List<Instant> everyTenSeconds(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Instant.EPOCH.plusSeconds(10L * i))
                .toList();
    }

    @Test
    void cutsOffAPeakThatIsOverWithinALead() {
        double[] loads = {1, 1, 5, 5, 1, 1, 1};

        double[] followed = Lasting.followed(everyTenSeconds(7), loads, LEAD);

        assertThat(followed).containsOnly(1);
    }

    @Test
    void keepsWhatLastsForALeadAndForALeadAfterIt() {
        double[] loads = {1, 5, 5, 5, 1, 1, 1, 1};

        double[] followed = Lasting.followed(everyTenSeconds(8), loads, LEAD);

        assertThat(followed).containsExactly(1, 5, 5, 5, 5, 5, 1, 1);
    }

    @Property
    boolean theLeastIsNeverMoreThanTheLoad(@ForAll @Size(max = 40) double @DoubleRange(max = 9) [] loads) {
        double[] least = Lasting.least(everyTenSeconds(loads.length), loads, LEAD);
        return IntStream.range(0, loads.length).allMatch(i -> least[i] <= loads[i]);
    }
}

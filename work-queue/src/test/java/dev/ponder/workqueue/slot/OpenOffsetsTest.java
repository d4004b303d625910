package dev.ponder.workqueue.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.workqueue.WorkRef;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

final class OpenOffsetsTest {

    private final OpenOffsets offsets = new OpenOffsets();

    @Test
    void measuresEachPartitionByItself() {
        offsets.opened(new WorkRef("batch", 0, 3));
        offsets.opened(new WorkRef("interactive", 0, 900));

        assertThat(offsets.widest()).isZero();
        assertThat(offsets.behind(new WorkRef("batch", 0, 3))).isZero();
    }

    @Test
    void isNarrowAgainOnceTheOldestIsAnswered() {
        WorkRef oldest = new WorkRef("batch", 0, 3);
        offsets.opened(oldest);
        offsets.opened(new WorkRef("batch", 0, 50));
        offsets.opened(new WorkRef("batch", 0, 60));
        assertThat(offsets.widest()).isEqualTo(57);

        offsets.closed(oldest);

        assertThat(offsets.widest()).isEqualTo(10);
    }

    @Property
    void spansFromTheOldestInHandToTheNewestInWhateverOrderTheyCome(
            @ForAll @NotEmpty List<@LongRange(min = 0, max = 1_000_000) Long> came) {
        OpenOffsets fresh = new OpenOffsets();

        came.forEach(offset -> fresh.opened(new WorkRef("batch", 0, offset)));

        long expected = came.stream().mapToLong(Long::longValue).max().orElseThrow()
                - came.stream().mapToLong(Long::longValue).min().orElseThrow();
        assertThat(fresh.widest()).isEqualTo(expected);
    }
}

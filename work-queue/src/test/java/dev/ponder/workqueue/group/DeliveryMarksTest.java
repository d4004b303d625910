package dev.ponder.workqueue.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeliveryMarksTest {

    private static final long BASE = 5_000_000_000L;

    @Test
    void tellsWhatWasWritten() {
        SortedMap<Long, Integer> counts = new TreeMap<>();
        counts.put(BASE, 2);
        counts.put(BASE + 3, 1);

        String text = DeliveryMarks.write(BASE, counts);

        assertThat(text).isEqualTo("0=2,3=1");
        assertThat(DeliveryMarks.read(BASE, text)).isEqualTo(counts);
    }

    @Test
    void tellsOfTheOldestWhereThereIsNoRoomForAll() {
        SortedMap<Long, Integer> counts = new TreeMap<>();
        LongStream.range(BASE, BASE + 2_000).forEach(offset -> counts.put(offset, 1));

        String text = DeliveryMarks.write(BASE, counts);

        SortedMap<Long, Integer> told = DeliveryMarks.read(BASE, text);
        assertThat(text).hasSizeLessThan(4_096);
        assertThat(told).hasSizeGreaterThan(500).isEqualTo(counts.headMap(told.lastKey() + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "somebody's note", "=", "1=", "99999999999=1", "-1=2"})
    void tellsNothingOfWhatIsNotItsOwn(String text) {
        assertThat(DeliveryMarks.read(BASE, text)).isEmpty();
    }
}

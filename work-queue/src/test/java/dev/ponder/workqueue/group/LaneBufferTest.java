package dev.ponder.workqueue.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.workqueue.Payload;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.WorkRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LaneBufferTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ManualTicker ticker = new ManualTicker(Instant.EPOCH);
    private final LaneBuffer buffer = new LaneBuffer(ticker, 2);
    private final Claim claim = new Claim(0, new TreeMap<>());

    @Test
    void letsFreshRecordsPassOneThatWaitsForItsRetry() throws Exception {
        buffer.add(fetched(0));
        release(buffer.take(Duration.ZERO));
        buffer.add(fetched(1));

        assertThat(offsetOf(buffer.take(Duration.ZERO))).isEqualTo(1);
        assertThat(buffer.take(Duration.ZERO)).isNull();

        ticker.advance(PAUSE);
        Fetched again = buffer.take(Duration.ZERO);
        assertThat(offsetOf(again)).isZero();
        assertThat(again).extracting(found -> found.item().deliveryCount()).isEqualTo(2);
    }

    @Test
    void doublesThePauseOfEachRetryUpToAMinute() throws Exception {
        buffer.add(fetched(0));
        for (Duration pause = PAUSE; pause.compareTo(Duration.ofMinutes(1)) < 0; pause = pause.multipliedBy(2)) {
            release(buffer.take(Duration.ZERO));
            ticker.advance(pause.minusMillis(1));
            assertThat(buffer.take(Duration.ZERO)).isNull();
            ticker.advance(Duration.ofMillis(1));
        }
        release(buffer.take(Duration.ZERO));
        ticker.advance(Duration.ofMinutes(1));
        assertThat(buffer.take(Duration.ZERO)).isNotNull();
    }

    @Test
    void isFullAtItsCapacity() {
        buffer.add(fetched(0));
        assertThat(buffer.isFull()).isFalse();
        buffer.add(fetched(1));
        assertThat(buffer.isFull()).isTrue();
    }

    @Test
    void dropsWhatWaitsOfALostPartition() throws Exception {
        buffer.add(fetched(0));
        claim.lose();

        assertThat(buffer.take(Duration.ZERO)).isNull();
    }

    private Fetched fetched(long offset) {
        WorkRef ref = new WorkRef("topic", 0, offset);
        WorkItem item = new WorkItem(ref, Payload.of(null), Payload.of(null), List.of(), Instant.EPOCH, 1);
        return Fetched.first(item, claim);
    }

    private void release(@Nullable Fetched taken) {
        assertThat(taken).isNotNull();
        assertThat(new PoolGrip(taken, buffer, PAUSE).settle(Verdict.release("again")))
                .isTrue();
    }

    private static long offsetOf(@Nullable Fetched taken) {
        assertThat(taken).isNotNull();
        return taken.item().ref().offset();
    }
}

package dev.ponder.reasoner.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CancellationsTest {

    private static final RequestKey ONE = key("default", "r-1");

    private final Cancellations cancellations = new Cancellations(2);
    private final AtomicInteger stops = new AtomicInteger();

    @Test
    void stopsEveryJobOfTheRequestAndNoOther() {
        try (Cancellations.Heed _ = cancellations.heed(ONE, stops::incrementAndGet);
                Cancellations.Heed _ = cancellations.heed(ONE, stops::incrementAndGet);
                Cancellations.Heed _ = cancellations.heed(key("acme", "r-1"), stops::incrementAndGet)) {
            cancellations.cancel(ONE);
        }
        assertThat(stops).hasValue(2);
    }

    @Test
    void stopsAJobThatBeginsLateAtOnce() {
        cancellations.cancel(ONE);
        try (Cancellations.Heed _ = cancellations.heed(ONE, stops::incrementAndGet)) {
            assertThat(stops).hasValue(1);
        }
    }

    @Test
    void leavesAJobAloneThatHasEnded() {
        cancellations.heed(ONE, stops::incrementAndGet).close();
        cancellations.cancel(ONE);
        assertThat(stops).hasValue(0);
    }

    @Test
    void forgetsTheOldestAndCountsARepeatAsNew() {
        cancellations.cancel(ONE);
        cancellations.cancel(key("default", "r-2"));
        cancellations.cancel(ONE);
        cancellations.cancel(key("default", "r-3"));

        assertThat(cancellations.contains(ONE)).isTrue();
        assertThat(cancellations.contains(key("default", "r-2"))).isFalse();
    }

    private static RequestKey key(String tenant, String id) {
        return new RequestKey(new TenantId(tenant), new RequestId(id));
    }
}

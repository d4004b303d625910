package dev.ponder.router.settlement.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.router.settlement.decision.Book;
import dev.ponder.router.settlement.decision.Decision;
import dev.ponder.router.settlement.decision.Outcomes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What settlement does where Kafka does not hand out the work that it gives up. */
final class GivenUpWorkTest {

    private final ManualTicker ticker = new ManualTicker(Outcomes.NOW);
    private final AtomicInteger asked = new AtomicInteger();
    private final GivenUpWork work = new GivenUpWork(
            new WorkRecords(() -> {
                asked.incrementAndGet();
                throw new TimeoutException("no broker answers");
            }),
            ticker);

    @Test
    void asksNotAgainForAMinuteAfterNobodyAnswered() {
        work.of(givenUp("q1"));
        ticker.advance(Duration.ofSeconds(59));

        assertThat(work.of(givenUp("q2"))).isNull();

        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainAMinuteLater() {
        work.of(givenUp("q1"));
        ticker.advance(Duration.ofMinutes(1));

        work.of(givenUp("q2"));

        assertThat(asked).hasValue(2);
    }

    private static Decision givenUp(String id) {
        List<byte @Nullable []> told = List.of(
                Outcomes.json(Outcomes.dispatched(id, 1)),
                Outcomes.json(Outcomes.failed("default", id, FaultCode.ATTEMPTS_EXHAUSTED)));
        return Outcomes.settler("default")
                .decide(told, new Book(Duration.ofHours(1)), Outcomes.NOW)
                .getLast();
    }
}

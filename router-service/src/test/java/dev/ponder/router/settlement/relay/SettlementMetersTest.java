package dev.ponder.router.settlement.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.router.settlement.decision.Book;
import dev.ponder.router.settlement.decision.Decision;
import dev.ponder.router.settlement.decision.OpenWork;
import dev.ponder.router.settlement.decision.Outcomes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class SettlementMetersTest {

    private static final Instant NOW = Outcomes.NOW;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ResultMeters results = new ResultMeters(registry, Set.of(new PoolId("main")));
    private final SettlementMeters meters = new SettlementMeters(registry, Set.of(new PoolId("main")));

    @Test
    void countsAnAnswerByTenantClassAndSource() {
        Decision.Settled done = settled(Outcomes.answered("acme", "q1"));

        results.count(done);

        assertThat(registry.get(Meters.RESULTS)
                        .tags("tenant", "acme", "class", "interactive", "source", "engine")
                        .tags("outcome", "answered", "fault", "none")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(tokens("acme", "main", "input")).isEqualTo(1_000);
        assertThat(tokens("acme", "main", "output")).isEqualTo(500);
        assertThat(registry.get(Meters.ANSWER_TIME)
                        .tag("class", "interactive")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void countsAnErrorByItsCodeAndKind() {
        results.count(settled(Outcomes.failed("acme", "q2")));

        assertThat(registry.get(Meters.RESULTS)
                        .tags("tenant", "acme", "class", "none", "source", "none")
                        .tags("outcome", "engine_failed", "fault", "server_error")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void givesAPoolThatIsNotSetUpNoNameOfItsOwn() {
        results.count(settled(Outcomes.answered("acme", "q3", "elsewhere", Outcomes.WHOLE, null, "hm")));

        assertThat(tokens("acme", "other", "output")).isEqualTo(500);
    }

    @Test
    void showsWhatIsUnderWayAndForHowLong() {
        OpenWork fresh = open("a", NOW.plusSeconds(60));
        OpenWork overdue = open("b", NOW.minusSeconds(1));

        meters.underWay(List.of(fresh, overdue), NOW.plusSeconds(30));

        double age =
                Duration.between(fresh.asked().arrivedAt(), NOW.plusSeconds(30)).toMillis() / 1e3;
        assertThat(registry.get(Meters.UNDER_WAY).gauge().value()).isEqualTo(2);
        assertThat(registry.get(Meters.OVERDUE).gauge().value()).isEqualTo(1);
        assertThat(registry.get(Meters.OLDEST).gauge().value()).isEqualTo(age);
    }

    @Test
    void showsNothingUnderWayOnceItIsAnothersToShow() {
        meters.underWay(List.of(open("a", NOW.minusSeconds(1))), NOW);

        meters.underWay(List.of(), NOW);

        assertThat(registry.get(Meters.UNDER_WAY).gauge().value()).isZero();
        assertThat(registry.get(Meters.OLDEST).gauge().value()).isZero();
        assertThat(registry.get(Meters.OVERDUE).gauge().value()).isZero();
    }

    @Test
    void countsDeadLettersByWhoseTheyAreAndWhy() {
        Decision.Settled givenUp = settled(Outcomes.failed("acme", "q4", FaultCode.ATTEMPTS_EXHAUSTED));
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(Topics.OUTCOMES, 0, 0, null, null);

        meters.durable(
                new Batch(List.of(new Decided(record, givenUp, null, null, Span.getInvalid())), Map.of()),
                Duration.ZERO);

        assertThat(registry.get(Meters.DEAD_LETTERS)
                        .tags("tenant", "acme", "reason", "attempts_exhausted")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private double tokens(String tenant, String pool, String kind) {
        return registry.get(Meters.SETTLED_TOKENS)
                .tags("tenant", tenant, "pool", pool, "kind", kind)
                .counter()
                .count();
    }

    private static OpenWork open(String id, Instant deadline) {
        List<Decision> decided = decide(Outcomes.dispatched(id, 1, 10, deadline));
        return ((Decision.Noted) decided.getFirst()).work();
    }

    private static Decision.Settled settled(Notice notice) {
        return (Decision.Settled) decide(notice).getFirst();
    }

    private static List<Decision> decide(Notice notice) {
        return Outcomes.settler("default", "acme")
                .decide(List.of(Json.write(notice)), new Book(Duration.ofHours(1)), NOW);
    }
}

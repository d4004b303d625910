package dev.ponder.router.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.outcome.Cancelled;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.router.Requests;
import dev.ponder.router.ingress.RecordingDispatch;
import dev.ponder.router.ingress.Records;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OrderDeskTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final String ORDER = "{\"cancel\":\"r-1\"}";

    private final RecordingDispatch dispatch = new RecordingDispatch();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OrderDesk desk = new OrderDesk(Set.of(TenantId.DEFAULT, ACME), dispatch, new OrderMeters(meters));

    @Test
    void tellsSettlementWhatTheTenantOfTheTopicCancels() {
        take("reasoning.control.acme", ORDER);

        assertThat(dispatch.cancelled)
                .containsExactly(new Cancelled(Notice.VERSION, ACME, new RequestId("r-1"), Requests.NOW, Map.of()));
        assertThat(dispatch.asides).isEmpty();
        assertThat(counted("acme", "cancel")).isEqualTo(1);
    }

    @Test
    void putsAsideWhatIsNoOrderUnderItsPlace() {
        take("reasoning.control.acme", "{\"erase\":\"r-1\"}");

        assertThat(dispatch.cancelled).isEmpty();
        assertThat(dispatch.asides).singleElement().satisfies(aside -> {
            assertThat(aside.owner()).isEqualTo(ACME);
            assertThat(aside.value()).isEqualTo("{\"erase\":\"r-1\"}");
            assertThat(aside.letter().headers())
                    .containsEntry(DeadLetter.CODE, "missing_field")
                    .containsEntry(DeadLetter.FIELD, "cancel")
                    .containsEntry(DeadLetter.REQUEST_ID, "reasoning.control.acme-2-41");
        });
        assertThat(counted("acme", "missing_field")).isEqualTo(1);
    }

    @Test
    void obeysNobodyOnTheTopicOfATenantThatIsNotSetUp() {
        take("reasoning.control.nobody", ORDER);

        assertThat(dispatch.cancelled).isEmpty();
        assertThat(dispatch.asides).extracting(RecordingDispatch.Aside::owner).containsExactly(TenantId.DEFAULT);
        assertThat(counted("default", "unknown_tenant")).isEqualTo(1);
        assertThat(meters.get("ponder.dead.letters")
                        .tags("tenant", "default", "reason", "unknown_tenant")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void failsWhereTheBrokerDoes() {
        dispatch.fail(new IllegalStateException("no broker"));

        assertThatThrownBy(() -> take("reasoning.control", ORDER)).hasMessage("no broker");
    }

    private void take(String topic, String value) {
        desk.take(Records.record(topic, value), Span.getInvalid()).await().indefinitely();
    }

    private double counted(String tenant, String outcome) {
        return meters.get("ponder.router.orders")
                .tags("tenant", tenant, "outcome", outcome)
                .counter()
                .count();
    }
}

package dev.ponder.autoscaler.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.autoscaler.pool.PoolConfig;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.scaling.observation.PoolObservation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LedgersTest {

    private static final PoolId MAIN = new PoolId("main");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void reckonWithNoMoneyWhereNoPriceIsSetUp() {
        assertThat(made(Map.of("max", "4"))).isEmpty();
    }

    @Test
    void takeTheCostCapsPriceWhereThereIsNoOther() {
        made(Map.of("policies.cost-cap.price-per-replica-hour", "2.5", "policies.cost-cap.most-per-hour", "10"));

        assertThat(registry.get(Meters.SCALER_PRICE).gauge().value()).isEqualTo(2.5);
    }

    @Test
    void takeThePoolsOwnPriceFirst() {
        made(Map.of(
                "price",
                "3",
                "policies.cost-cap.price-per-replica-hour",
                "2.5",
                "policies.cost-cap.most-per-hour",
                "10"));

        assertThat(registry.get(Meters.SCALER_PRICE).gauge().value()).isEqualTo(3);
    }

    @Test
    void compareOffers() {
        Map<String, String> offers = Map.of("offers.owned.replica-hour", "0.2", "offers.owned.tokens-a-second", "150");

        assertThat(made(offers)).hasSize(1);
    }

    @Test
    void showWhatThePoolIsBoundedBy() {
        PoolConfig pool = ConfigTest.pool(Map.of(
                "min",
                "1",
                "max",
                "4",
                "policies.cost-cap.price-per-replica-hour",
                "2.5",
                "policies.cost-cap.most-per-hour",
                "10"));

        PoolGauges.show(MAIN, pool, registry);

        assertThat(registry.get(Meters.SCALER_BOUND).tag("bound", "max").gauge().value())
                .isEqualTo(4);
        assertThat(registry.get(Meters.SCALER_BOUND).tag("bound", "min").gauge().value())
                .isEqualTo(1);
        assertThat(registry.get(Meters.SCALER_BUDGET).gauge().value()).isEqualTo(10);
    }

    private List<Consumer<PoolObservation>> made(Map<String, String> keys) {
        return Ledgers.of(MAIN, ConfigTest.pool(keys), registry);
    }
}

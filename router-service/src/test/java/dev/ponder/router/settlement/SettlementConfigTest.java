package dev.ponder.router.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.router.settlement.decision.PriceList;
import dev.ponder.router.settlement.decision.Tariff;
import dev.ponder.router.settlement.relay.Guarantee;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettlementConfigTest {

    @Test
    void hasDefaultsForEverything() {
        SettlementConfig config = config(Map.of()).getConfigMapping(SettlementConfig.class);
        assertThat(config.guarantee()).isEqualTo(Guarantee.EXACTLY_ONCE);
        assertThat(config.remember()).isEqualTo(Duration.ofHours(1));
        assertThat(config.group()).isEqualTo("ponder-settlement");
        assertThat(config.transactionalId()).isEqualTo("ponder-settlement-localhost-8080");
        assertThat(config.transactionTimeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.sessionTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.maxPollRecords()).isEqualTo(500);
        assertThat(config.maxResultBytes()).isEqualTo(1_000_000);
        assertThat(config.stalledAfter()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void takesEveryKey() {
        SettlementConfig config = config(Map.of(
                        "router.settlement.guarantee", "at-least-once",
                        "router.settlement.remember", "2h",
                        "router.settlement.group", "others",
                        "router.settlement.transactional-id", "router-7",
                        "router.settlement.transaction-timeout", "5s",
                        "router.settlement.session-timeout", "6s",
                        "router.settlement.max-poll-records", "50",
                        "router.settlement.max-result-bytes", "20000",
                        "router.settlement.stalled-after", "3m"))
                .getConfigMapping(SettlementConfig.class);
        assertThat(config.guarantee()).isEqualTo(Guarantee.AT_LEAST_ONCE);
        assertThat(config.remember()).isEqualTo(Duration.ofHours(2));
        assertThat(config.group()).isEqualTo("others");
        assertThat(config.transactionalId()).isEqualTo("router-7");
        assertThat(config.transactionTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.sessionTimeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.maxPollRecords()).isEqualTo(50);
        assertThat(config.maxResultBytes()).isEqualTo(20_000);
        assertThat(config.stalledAfter()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void namesTheRouterByHostAndPort() {
        SettlementConfig config = config(Map.of("HOSTNAME", "router-3", "quarkus.http.port", "9000"))
                .getConfigMapping(SettlementConfig.class);
        assertThat(config.transactionalId()).isEqualTo("ponder-settlement-router-3-9000");
    }

    @Test
    void pricesByExampleUnlessTold() {
        PriceList prices = config(Map.of()).getConfigMapping(PriceConfig.class).priceList();
        assertThat(prices)
                .isEqualTo(new PriceList(new Tariff(new BigDecimal("0.60"), new BigDecimal("2.40"), "USD"), Map.of()));
    }

    @Test
    void pricesPoolsOfTheirOwnAndLeavesTheRestAsForAll() {
        PriceList prices = config(Map.of(
                        "router.price.input-per-million", "1",
                        "router.price.output-per-million", "2",
                        "router.price.currency", "EUR",
                        "router.price.dear.input-per-million", "10",
                        "router.price.dear.output-per-million", "20",
                        "router.price.dear.currency", "CHF",
                        "router.price.main.output-per-million", "3"))
                .getConfigMapping(PriceConfig.class)
                .priceList();
        assertThat(prices)
                .isEqualTo(new PriceList(
                        new Tariff(new BigDecimal("1"), new BigDecimal("2"), "EUR"),
                        Map.of(
                                new PoolId("dear"),
                                new Tariff(new BigDecimal("10"), new BigDecimal("20"), "CHF"),
                                new PoolId("main"),
                                new Tariff(new BigDecimal("1"), new BigDecimal("3"), "EUR"))));
    }

    private static SmallRyeConfig config(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(SettlementConfig.class)
                .withMapping(PriceConfig.class)
                .withSources(new PropertiesConfigSource(keys, "test", 100))
                .build();
    }
}

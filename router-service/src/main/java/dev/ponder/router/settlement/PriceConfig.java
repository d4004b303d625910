package dev.ponder.router.settlement;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.router.settlement.decision.PriceList;
import dev.ponder.router.settlement.decision.Tariff;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What requests cost. The defaults are examples; set your own. */
@ConfigMapping(prefix = "router.price")
public interface PriceConfig {

    /** The price of a million prompt tokens. */
    @WithDefault("0.60")
    @DecimalMin("0")
    BigDecimal inputPerMillion();

    /** The price of a million completion tokens, thought or not. */
    @WithDefault("2.40")
    @DecimalMin("0")
    BigDecimal outputPerMillion();

    /** The currency, as its ISO 4217 code. */
    @WithDefault("USD")
    String currency();

    /** Prices of single pools, {@code router.price.<pool>.*}; what one leaves out is as above. */
    @WithParentName
    Map<String, PoolPrice> pools();

    /** What one pool charges. */
    interface PoolPrice {

        /** The price of a million prompt tokens. */
        Optional<@DecimalMin("0") BigDecimal> inputPerMillion();

        /** The price of a million completion tokens, thought or not. */
        Optional<@DecimalMin("0") BigDecimal> outputPerMillion();

        /** The currency, as its ISO 4217 code. */
        Optional<String> currency();
    }

    /** The prices as the settler wants them. */
    default PriceList priceList() {
        Map<PoolId, Tariff> tariffs = new HashMap<>();
        pools().forEach((pool, price) -> tariffs.put(
                new PoolId(pool),
                new Tariff(
                        price.inputPerMillion().orElseGet(this::inputPerMillion),
                        price.outputPerMillion().orElseGet(this::outputPerMillion),
                        price.currency().orElseGet(this::currency))));
        return new PriceList(new Tariff(inputPerMillion(), outputPerMillion(), currency()), tariffs);
    }
}

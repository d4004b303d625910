package dev.ponder.scaling.pricing;

import static dev.ponder.scaling.pricing.Offers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void isTheSameHoweverItIsWritten() {
        assertThat(usd("1.50")).isEqualTo(usd("1.5")).isEqualByComparingTo(usd("1.500"));
    }

    @Test
    void addsAndMultipliesWithoutRounding() {
        Money sum = usd("0.1").plus(usd("0.2")).times(3);

        assertThat(sum).isEqualTo(usd("0.9"));
        assertThat(usd("1").dividedBy(BigDecimal.valueOf(8))).isEqualTo(usd("0.125"));
        assertThat(usd("2").over(usd("8"))).isEqualTo(0.25);
    }

    @Test
    void isNeverNegativeNorOfTwoCurrencies() {
        Money euro = Money.none(Currency.getInstance("EUR"));

        assertThatThrownBy(() -> usd("-0.01")).hasMessageContaining("negative");
        assertThatThrownBy(() -> usd("1").times(-1)).hasMessageContaining("negative");
        assertThatThrownBy(() -> usd("1").plus(euro)).hasMessageContaining("currencies differ: USD, EUR");
        assertThatThrownBy(() -> usd("1").compareTo(euro)).hasMessageContaining("currencies differ");
    }
}

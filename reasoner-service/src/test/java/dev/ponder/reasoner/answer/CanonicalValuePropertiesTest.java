package dev.ponder.reasoner.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

final class CanonicalValuePropertiesTest {

    private static final List<String> PIECES = List.of(
            "\\frac{",
            "\\dfrac{",
            "}{",
            "}",
            "\\text{",
            "\\left",
            "\\right",
            "\\!",
            "\\$",
            "$",
            "\\%",
            "%",
            "\\",
            " ",
            ".",
            ",",
            "。",
            "*",
            "(",
            ")",
            "1",
            "23",
            "456",
            "-",
            "−",
            "+",
            "/",
            "a",
            "B",
            "x",
            "，",
            "１");

    @Property
    void isIdempotent(@ForAll("written") String written) {
        String once = CanonicalValue.of(written);
        assertThat(CanonicalValue.of(once)).isEqualTo(once);
    }

    @Property
    void looksAlikeExactlyForEqualRationals(
            @ForAll @IntRange(min = -60, max = 60) int a,
            @ForAll @IntRange(min = 1, max = 40) int b,
            @ForAll @IntRange(min = -60, max = 60) int c,
            @ForAll @IntRange(min = 1, max = 40) int d) {
        String one = CanonicalValue.of(a + "/" + b);
        String other = CanonicalValue.of("\\frac{" + c + "}{" + d + "}");
        assertThat(one.equals(other)).isEqualTo(a * d == c * b);
    }

    @Property
    void writesADecimalAsItsFraction(@ForAll @BigRange(min = "-1e40", max = "1e40") @Scale(6) BigDecimal value) {
        String fraction = value.unscaledValue() + "/" + "1".concat("0".repeat(value.scale()));
        assertThat(CanonicalValue.of(value.toPlainString())).isEqualTo(CanonicalValue.of(fraction));
    }

    @Property
    void writesADecimalInOneWay(@ForAll @BigRange(min = "-1000", max = "1000") @Scale(3) BigDecimal value) {
        String longer = value.setScale(value.scale() + 4).toPlainString();
        assertThat(CanonicalValue.of(value.toPlainString())).isEqualTo(CanonicalValue.of(longer));
    }

    @Property
    void readsThousandsSigns(@ForAll int value) {
        assertThat(CanonicalValue.of("%,d".formatted(value))).isEqualTo(Integer.toString(value));
    }

    @Provide
    static Arbitrary<String> written() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(12).map(list -> String.join("", list));
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(20));
    }
}

package dev.ponder.dashboards.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExprTest {

    private static final Series SERIES = Series.named("a");
    private static final Expr A = new Expr("a");
    private static final Expr B = new Expr("b");

    @Test
    void keepsTagsApart() {
        Expr sum = SERIES.where(Match.is("gen_ai.token.type", "input"))
                .rate(Window.MINUTES_5)
                .sum("a.b", "c");

        assertThat(sum.promql())
                .isEqualTo("sum by (a_b, c) (rate(a{gen_ai_token_type=\"input\",release=\"$release\"}[5m]))");
    }

    @Test
    void looksAtOneReleaseWhateverIsAsked() {
        assertThat(SERIES.last().promql()).isEqualTo("a{release=\"$release\"}");
        assertThat(SERIES.absent().of("here/ours").promql()).isEqualTo("absent(a{release=\"here/ours\"})");
    }

    @Test
    void readsNoPartOtherwiseThanItWasMeant() {
        Expr share = A.sum().orZero().over(B).rest();

        assertThat(share.promql()).isEqualTo("1 - (((sum (a)) or vector(0)) / b)");
    }

    @Test
    void writesNumbersWithoutExponents() {
        assertThat(A.times(1e6).promql()).isEqualTo("a * 1000000");
        assertThat(Expr.constant(0.005).promql()).isEqualTo("vector(0.005)");
    }

    @Test
    void looksWhileAnotherLiesWithinBounds() {
        Expr banded = A.whileWithin(B, 0.5, 2);

        assertThat(banded.promql()).isEqualTo("a and (b >= 0.5 < 2)");
    }

    @Test
    void leavesOutWhatIsNoNumber() {
        assertThat(A.finite().promql()).isEqualTo("a < Inf");
    }

    @Test
    void refusesAnEmptyQuery() {
        assertThatThrownBy(() -> new Expr(" ")).hasMessageContaining("promql is blank");
    }
}

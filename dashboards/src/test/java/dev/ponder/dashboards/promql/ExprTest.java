package dev.ponder.dashboards.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExprTest {

    private static final Series SOME = Series.named("a");

    @Test
    void keepsTagsApart() {
        Expr sum = SOME.where(Match.is("gen_ai.token.type", "input"))
                .rate(Window.MINUTES_5)
                .sum("a.b", "c");

        assertThat(sum.promql()).isEqualTo("sum by (a_b, c) (rate(a{gen_ai_token_type=\"input\"}[5m]))");
    }

    @Test
    void readsNoPartOtherwiseThanItWasMeant() {
        Expr share = SOME.last().sum().orZero().over(Series.named("b").last()).rest();

        assertThat(share.promql()).isEqualTo("1 - (((sum (a)) or vector(0)) / b)");
    }

    @Test
    void writesNumbersWithoutExponents() {
        assertThat(SOME.last().times(1e6).promql()).isEqualTo("a * 1000000");
        assertThat(Expr.constant(0.005).promql()).isEqualTo("vector(0.005)");
    }

    @Test
    void looksWhileAnotherLiesWithinBounds() {
        Expr banded = SOME.last().whileWithin(Series.named("b").last(), 0.5, 2);

        assertThat(banded.promql()).isEqualTo("a and (b >= 0.5 < 2)");
    }

    @Test
    void leavesOutWhatIsNoNumber() {
        assertThat(SOME.last().finite().promql()).isEqualTo("a < Inf");
    }

    @Test
    void refusesAnEmptyQuery() {
        assertThatThrownBy(() -> new Expr(" ")).hasMessageContaining("promql is blank");
    }
}

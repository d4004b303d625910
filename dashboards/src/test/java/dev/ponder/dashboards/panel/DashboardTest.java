package dev.ponder.dashboards.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.dashboards.promql.Expr;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardTest {

    private static final Panel SOME =
            new Panel.Figure(new Words("a", "b", "c"), Scale.of(Unit.NUMBER), List.of(new Query(new Expr("up"), "up")));

    @Test
    void putsPanelsSideBySideAndRowsBelowEachOther() {
        Dashboard dashboard =
                new Dashboard("ponder-x", "x", "why?", List.of(Row.low(SOME, SOME), Row.high(SOME, SOME, SOME)));

        assertThat(dashboard.panels())
                .extracting(Placed::place)
                .containsExactly(
                        new Place(0, 0, 12, 4),
                        new Place(12, 0, 12, 4),
                        new Place(0, 4, 8, 8),
                        new Place(8, 4, 8, 8),
                        new Place(16, 4, 8, 8));
    }

    @Test
    void refusesPanelsThatCannotShareARow() {
        assertThatThrownBy(() -> Row.low(SOME, SOME, SOME, SOME, SOME)).hasMessageContaining("24 columns");
    }

    @Test
    void refusesThresholdsThatDoNotRise() {
        assertThatThrownBy(() -> Scale.lowIsGood(Unit.NUMBER, 2, 1)).hasMessageContaining("do not rise");
    }

    @Test
    void refusesAPanelThatDoesNotSayWhatToDo() {
        assertThatThrownBy(() -> new Words("a", "b", "")).hasMessageContaining("what to do");
    }

    @Test
    void refusesAUidThatLinksCouldNotName() {
        assertThatThrownBy(() -> new Dashboard("Ponder X", "x", "why?", List.of(Row.low(SOME))))
                .hasMessageContaining("uid");
    }
}

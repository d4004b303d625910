package dev.ponder.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void padsShortTexts() {
        assertThat(Columns.fit("ab", 4)).isEqualTo("ab  ");
    }

    @Test
    void cutsLongTexts() {
        assertThat(Columns.fit("abcdef", 4)).isEqualTo("abc…");
    }

    @Test
    void countsChineseTwice() {
        assertThat(Columns.width("解方程")).isEqualTo(6);
        assertThat(Columns.fit("解方程", 4)).isEqualTo("解… ");
    }

    @Property
    void takesExactlyTheCells(@ForAll String text, @ForAll @IntRange(min = 1, max = 40) int cells) {
        assertThat(Columns.width(Columns.fit(text, cells))).isEqualTo(cells);
    }
}

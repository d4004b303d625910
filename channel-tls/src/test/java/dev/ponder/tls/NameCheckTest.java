package dev.ponder.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the log shows of names that a stranger may have chosen. */
class NameCheckTest {

    @Test
    void showsNoCharacterThatNoHostHas() {
        assertThat(NameCheck.shown(List.of("a.svc\nrefused \u001b[31m", "*.llm.svc")))
                .isEqualTo("a.svc?refused???31m, *.llm.svc");
    }

    @Test
    void showsNoMoreThanALineHolds() {
        assertThat(NameCheck.shown(Collections.nCopies(100, "a".repeat(10_000))))
                .hasSizeLessThan(2500)
                .endsWith(" and 92 more");
    }
}

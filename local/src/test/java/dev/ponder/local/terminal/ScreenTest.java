package dev.ponder.local.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void beginsALineOfItsOwnAfterPieces() {
        Screen screen = screen(false);

        screen.piece("a");
        screen.thought("b");
        screen.line("c");

        assertThat(text()).isEqualTo("ab\nc\n");
    }

    @Test
    void stylesThoughtOnlyWhereATerminalReads() {
        screen(true).thought("x");

        assertThat(text()).isEqualTo("\u001B[2mx\u001B[0m");
    }

    @Test
    void letsNoAnswerWriteAnEscape() {
        screen(true).piece("\u001B]52;c;AAAA\u0007");

        assertThat(text()).doesNotContain("\u001B", "\u0007");
    }

    private Screen screen(boolean styled) {
        return new Screen(new PrintStream(written, true, UTF_8), styled);
    }

    private String text() {
        return written.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}

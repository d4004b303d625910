package dev.ponder.local.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Where the commands speak to people, in UTF-8 whatever the locale says. Everything passes {@link SafeText}; styles are the
 * only escapes, and are written where a terminal reads them. One thread at a time.
 */
public final class Screen {

    private final PrintStream out;
    private final boolean styled;
    private boolean insideLine;

    /**
     * Speaks to a stream.
     *
     * @param styled whether to use dim and bold text
     */
    public Screen(PrintStream out, boolean styled) {
        this.out = out;
        this.styled = styled;
    }

    /** The terminal or the pipe that this process was started with. */
    public static Screen standard() {
        return of(FileDescriptor.out);
    }

    /** The same for remarks, where the output proper is for a program. */
    public static Screen errors() {
        return of(FileDescriptor.err);
    }

    private static Screen of(FileDescriptor descriptor) {
        return new Screen(new PrintStream(new FileOutputStream(descriptor), true, UTF_8), readsStyles());
    }

    private static boolean readsStyles() {
        String terminal = System.getenv("TERM");
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && System.getenv("NO_COLOR") == null
                && terminal != null
                && !terminal.equals("dumb");
    }

    /** Writes one line, on a line of its own. */
    public void line(String text) {
        endLine();
        out.println(SafeText.line(text));
    }

    /** Writes a JSON text as one line, the same value to whoever parses it. */
    public void json(JsonNode value) {
        endLine();
        out.println(SafeText.json(value.toString()));
    }

    /** Writes one line that stands out. */
    public void title(String text) {
        endLine();
        out.println(style("1", SafeText.line(text)));
    }

    /** Writes a piece of text as it comes, without ending the line. */
    public void piece(String text) {
        write(SafeText.block(text), "");
    }

    /** Writes a piece of thought as it comes: dim, since it is not the answer. */
    public void thought(String text) {
        write(SafeText.block(text), "2");
    }

    /** Ends a line that pieces have begun. */
    public void endLine() {
        if (insideLine) {
            out.println();
            insideLine = false;
        }
    }

    private void write(String safe, String style) {
        if (!safe.isEmpty()) {
            out.print(style.isEmpty() ? safe : style(style, safe));
            out.flush();
            insideLine = !safe.endsWith("\n");
        }
    }

    private String style(String code, String safe) {
        return styled ? "\u001B[" + code + "m" + safe + "\u001B[0m" : safe;
    }
}

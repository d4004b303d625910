package dev.ponder.models.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** Writes lines for people and for the logs of a job, in UTF-8 whatever the locale says. Any thread. */
public final class Lines {

    private final PrintStream out;

    /** Writes to a stream. */
    public Lines(PrintStream out) {
        this.out = out;
    }

    /** The output that this process was started with. */
    public static Lines standard() {
        return new Lines(new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
    }

    /** The same for what went wrong. */
    public static Lines errors() {
        return new Lines(new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
    }

    /** Writes one line; a control character of a file's or a server's name becomes a question mark. */
    public void line(String text) {
        out.println(text.codePoints()
                .map(one -> Character.isISOControl(one) ? '?' : one)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }
}

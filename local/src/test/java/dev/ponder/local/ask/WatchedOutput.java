package dev.ponder.local.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Keeps what is written, and lets others wait until a text is among it. Any thread. */
final class WatchedOutput extends OutputStream {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int one) {
        written.write(one);
        notifyAll();
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        written.write(bytes, from, length);
        notifyAll();
    }

    synchronized String text() {
        return written.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** Returns when the text has been written; fails if it is not in time. */
    synchronized void await(String text, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!text().contains(text)) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new AssertionError("not written: " + text + "; but: " + text());
            }
            wait(left);
        }
    }
}

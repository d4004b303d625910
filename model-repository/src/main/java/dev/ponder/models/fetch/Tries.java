package dev.ponder.models.fetch;

import dev.ponder.models.terminal.Lines;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Tries what fails in passing again. A try that brought more bytes than any before begins the count anew. One thread. */
final class Tries {

    /** Something that may be tried. */
    interface Attempt<T> {
        T run() throws IOException, InterruptedException;
    }

    /** How time passes. */
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    private final Patience patience;
    private final Pause pause;
    private final Lines lines;

    Tries(Patience patience, Pause pause, Lines lines) {
        this.patience = patience;
        this.pause = pause;
        this.lines = lines;
    }

    <T> T until(String what, Attempt<T> attempt) throws IOException, InterruptedException {
        for (int failed = 1; ; failed++) {
            try {
                return attempt.run();
            } catch (IOException failure) {
                rest(what, failed, failure);
            }
        }
    }

    void untilWhole(String what, Transfer transfer) throws IOException, InterruptedException {
        int failed = 0;
        long furthest = 0;
        while (true) {
            try {
                transfer.run();
                return;
            } catch (IOException failure) {
                boolean further = transfer.reached() > furthest;
                furthest = Math.max(furthest, transfer.reached());
                failed = further ? 1 : failed + 1;
                rest(what, failed, failure);
            }
        }
    }

    /** Waits for the next try, or gives up with what happened. */
    private void rest(String what, int failed, IOException failure) throws IOException, InterruptedException {
        FetchException told = failure instanceof FetchException known
                ? known
                : FetchException.passing("the connection broke (" + failure.getMessage() + ")", failure);
        Optional<Duration> wait =
                told.isWorthAnotherTry() ? patience.pause(failed, told.waitAsked()) : Optional.empty();
        if (wait.isEmpty()) {
            String times = told.isWorthAnotherTry() ? ", " + failed + " times without getting further" : "";
            throw FetchException.forGood(what + ": " + told.getMessage() + times);
        }
        lines.line(what + ": " + told.getMessage() + "; again in "
                + wait.orElseThrow().toMillis() + " ms");
        pause.of(wait.orElseThrow());
    }
}

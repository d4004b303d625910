package dev.ponder.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a person waited for the first answer.
 *
 * @param seconds from Enter until the first result that is an answer was read
 * @param built whether a build was part of it
 * @param taught whether programs started without the caches that later starts have
 */
record FirstAnswer(double seconds, boolean built, boolean taught) {

    /** Its name among the metrics. */
    static final String METRIC = "first_answer_s";

    private static final double NANOS_PER_SECOND = 1e9;

    /** Reckons it; empty where nothing was answered. */
    static Optional<FirstAnswer> of(Entered entered, Ledger ledger, boolean taught) {
        return ledger.answers().stream()
                .filter(each -> !each.result().isError())
                .findFirst()
                .map(first -> new FirstAnswer(
                        (first.atNanos() - entered.nanos()) / NANOS_PER_SECOND, entered.built(), taught));
    }

    /** The figure for people, with what makes it larger than it will be next time. */
    String line() {
        List<String> once = new ArrayList<>();
        if (built) {
            once.add("the first build");
        }
        if (taught) {
            once.add("a start without start-up caches");
        }
        String included = once.isEmpty() ? "" : " (" + String.join(" and ", once) + " included)";
        return "  first answer %.1f s after Enter%s".formatted(seconds, included);
    }
}

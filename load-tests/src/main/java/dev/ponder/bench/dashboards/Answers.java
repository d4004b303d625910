package dev.ponder.bench.dashboards;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks until everything has data, or patience is over. */
final class Answers {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private Answers() {}

    /** Says which questions have no data after all. */
    static List<Question> missing(Prometheus prometheus, List<Question> questions, Duration patience)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        List<Question> left = unanswered(prometheus, questions);
        while (!left.isEmpty() && System.nanoTime() - until < 0) {
            Thread.sleep(PAUSE);
            left = unanswered(prometheus, left);
        }
        return left;
    }

    private static List<Question> unanswered(Prometheus prometheus, List<Question> questions)
            throws IOException, InterruptedException {
        List<Question> left = new ArrayList<>();
        for (Question one : questions) {
            if (prometheus.series(one.promql()) == 0) {
                left.add(one);
            }
        }
        return left;
    }
}

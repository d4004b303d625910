package dev.ponder.router.readiness;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;

/** Asks the broker which of the topics that the router needs are not there. Any thread. */
final class MissingTopics {

    /** What the broker said. */
    sealed interface Answer {

        /** These are missing; none, if all are there. */
        record Missing(Set<String> topics) implements Answer {
            public Missing {
                topics = Set.copyOf(topics);
            }
        }

        /** The broker gave no answer. */
        record Unknown(String why) implements Answer {}
    }

    private final Map<String, Object> kafka;
    private final List<String> needed;
    private final Duration patience;

    MissingTopics(Map<String, Object> kafka, List<String> needed, Duration patience) {
        this.kafka = Map.copyOf(kafka);
        this.needed = List.copyOf(needed);
        this.patience = patience;
    }

    Answer ask() throws InterruptedException {
        int millis = Math.toIntExact(patience.toMillis());
        try (Admin admin = Admin.create(kafka)) {
            Set<String> missing = new TreeSet<>(needed);
            missing.removeAll(admin.listTopics(new ListTopicsOptions().timeoutMs(millis))
                    .names()
                    .get(millis, TimeUnit.MILLISECONDS));
            return new Answer.Missing(missing);
        } catch (ExecutionException | TimeoutException silent) {
            return new Answer.Unknown("the broker did not answer within " + patience);
        }
    }
}

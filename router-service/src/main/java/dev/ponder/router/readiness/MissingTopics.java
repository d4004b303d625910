package dev.ponder.router.readiness;

import dev.ponder.access.AccessCheck;
import dev.ponder.access.Grant;
import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
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

/** Asks the broker which of the topics that the router needs are not there, or not for this client. Any thread. */
final class MissingTopics {

    /** What the broker said. */
    sealed interface Answer {

        /** These are missing; none, if all are there. */
        record Missing(Set<String> topics) implements Answer {
            public Missing {
                topics = Set.copyOf(topics);
            }
        }

        /** This client may not do what the router has to; the sentence says what to grant. */
        record Refused(String why) implements Answer {}

        /** The broker gave no answer. */
        record Unknown(String why) implements Answer {}
    }

    private final Map<String, Object> kafka;
    private final List<String> needed;
    private final List<Grant> grants;
    private final Duration patience;

    MissingTopics(Map<String, Object> kafka, List<String> needed, List<Grant> grants, Duration patience) {
        this.kafka = Map.copyOf(kafka);
        this.needed = List.copyOf(needed);
        this.grants = List.copyOf(grants);
        this.patience = patience;
    }

    Answer ask() throws InterruptedException {
        int millis = Math.toIntExact(patience.toMillis());
        try (Admin admin = Admin.create(kafka)) {
            Set<String> missing = new TreeSet<>(needed);
            missing.removeAll(admin.listTopics(new ListTopicsOptions().timeoutMs(millis))
                    .names()
                    .get(millis, TimeUnit.MILLISECONDS));
            List<Grant> lacking = new AccessCheck(admin, patience).lacking(grants);
            if (!lacking.isEmpty()) {
                return new Answer.Refused(Refusals.lacking(lacking, Role.ROUTER));
            }
            return new Answer.Missing(missing);
        } catch (ExecutionException | TimeoutException silent) {
            return Refusals.explain(silent, Role.ROUTER)
                    .<Answer>map(Answer.Refused::new)
                    .orElseGet(() -> new Answer.Unknown("the broker did not answer within " + patience));
        }
    }
}

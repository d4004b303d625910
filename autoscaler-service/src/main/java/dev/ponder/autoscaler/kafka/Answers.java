package dev.ponder.autoscaler.kafka;

import static java.util.Objects.requireNonNullElse;

import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
import dev.ponder.scaling.observation.Reading;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for the broker's answers, a patience each, and says what came of it. Any thread. */
final class Answers {

    private final Duration patience;

    Answers(Duration patience) {
        this.patience = patience;
    }

    /** How long the client itself may try. */
    int patienceMillis() {
        return Math.toIntExact(patience.toMillis());
    }

    /** What was answered, or a sentence that begins with what was asked. */
    <T> Reading<T> await(KafkaFuture<T> asked, String what) throws InterruptedException {
        try {
            return Reading.of(asked.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException refused) {
            return Reading.missing(what + ": " + sentence(cause(refused)));
        } catch (TimeoutException silent) {
            return Reading.missing(what + ": the broker did not answer within " + patience);
        }
    }

    private static Throwable cause(ExecutionException refused) {
        return requireNonNullElse(refused.getCause(), refused);
    }

    private static String sentence(Throwable why) {
        return Refusals.explain(why, Role.AUTOSCALER).orElse(why.getClass().getSimpleName() + ": " + why.getMessage());
    }
}

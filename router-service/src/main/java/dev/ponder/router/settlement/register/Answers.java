package dev.ponder.router.settlement.register;

import dev.ponder.router.settlement.register.RegisterException.Reason;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Waits for what an admin client was asked. */
final class Answers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Answers() {}

    static <T> T await(KafkaFuture<T> answer, String question) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            // Kafka's own way of saying it, which also sets the thread's flag again.
            throw new InterruptException(interrupted);
        } catch (TimeoutException late) {
            throw new RegisterException(Reason.UNREACHABLE, "no answer in time: " + question, late);
        } catch (ExecutionException refused) {
            throw refused(question, refused);
        }
    }

    private static RegisterException refused(String question, ExecutionException refused) {
        boolean missing = refused.getCause() instanceof UnknownTopicOrPartitionException;
        return new RegisterException(
                missing ? Reason.TOPIC_MISSING : Reason.UNREACHABLE,
                question + " failed: " + refused.getMessage(),
                refused);
    }
}

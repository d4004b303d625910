package dev.ponder.local.erasure;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;

/** Waits for what a client was asked. */
final class Answers {

    private Answers() {}

    /** The answer; a refusal comes as Kafka's own exception behind one that says what was asked. */
    static <T> T await(Future<T> answer, String question) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException refused) {
            throw new KafkaException(question + " failed: " + refused.getCause(), refused.getCause());
        }
    }
}

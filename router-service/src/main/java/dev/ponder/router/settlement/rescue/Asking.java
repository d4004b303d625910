package dev.ponder.router.settlement.rescue;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for the broker's answers. Stateless. */
final class Asking {

    private Asking() {}

    /** The answer; throws a {@link KafkaException} if there is none. */
    static <T> T await(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof KafkaException why
                    ? why
                    : new KafkaException("the broker did not answer", refused.getCause());
        }
    }

    /** The answer, or another where the broker knows no such group. */
    static <T> T await(KafkaFuture<T> asked, T withoutGroup) {
        try {
            return await(asked);
        } catch (GroupIdNotFoundException none) {
            return withoutGroup;
        }
    }
}

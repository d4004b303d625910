package dev.ponder.reasoner.recall;

import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The outcomes topic, asked for one job: what is not found there has no outcome yet. Any thread. */
public final class OutcomeTopic implements OutcomeSource {

    private final Recall recall;
    private final Duration patience;

    /**
     * Looks by this.
     *
     * @param patience how long a look may take
     */
    public OutcomeTopic(Recall recall, Duration patience) {
        this.recall = recall;
        this.patience = patience;
    }

    @Override
    public boolean has(Task task) throws InterruptedException {
        return recall.last(Topics.OUTCOMES, task.id().value(), task.arrivedAt(), patience, one -> isOf(task, one))
                .isPresent();
    }

    /** Notices are not outcomes, other tenants use the same ids, and one tenant uses an id again. */
    private static boolean isOf(Task task, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return false;
        }
        try {
            Asked asked = Json.read(record.value(), Outcome.class).asked();
            return asked.key().equals(task.key())
                    && asked.attempt() == task.attempt()
                    && asked.arrivedAt().equals(task.arrivedAt());
        } catch (UnreadableException notice) {
            return false;
        }
    }
}

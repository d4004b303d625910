package dev.ponder.reasoner.recall;

import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.reasoner.progress.ProgressSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The progress topic: what is not found there begins anew. Any thread. */
public final class ProgressTopic implements ProgressSource {

    private final Recall recall;

    /** Looks by this. */
    public ProgressTopic(Recall recall) {
        this.recall = recall;
    }

    @Override
    public Optional<Progress> find(RequestKey key, Instant since, Duration patience) throws InterruptedException {
        return recall.last(Topics.PROGRESS, key.digest(), since, patience, _ -> true)
                .flatMap(ProgressTopic::read);
    }

    /** Nothing, where it was deleted meanwhile or is of another writer's form. */
    private static Optional<Progress> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null ? Optional.empty() : Optional.of(Json.read(record.value(), Progress.class));
        } catch (UnreadableException foreign) {
            return Optional.empty();
        }
    }
}

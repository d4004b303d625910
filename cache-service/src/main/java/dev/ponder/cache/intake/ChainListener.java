package dev.ponder.cache.intake;

import static java.util.stream.Collectors.toMap;

import dev.ponder.cache.learning.Learning;
import dev.ponder.cache.learning.Lesson;
import dev.ponder.cache.learning.LessonReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears {@code reasoning.chains}, in batches, every partition. Guarantee: each record is applied at least once, in the order of
 * its partition, and applying it again changes nothing. Commit point: the store's own commit, which holds the positions; the
 * broker keeps none. Failure policy: a record that can't be read is counted, named in the log by its place and passed over; a
 * store that can't be written fails the channel, which stops learning, turns liveness down and lets a restart refill.
 * One worker thread at a time.
 */
@Singleton
public final class ChainListener {

    private static final Logger LOGGER = Logger.getLogger(ChainListener.class);

    private final Learning learning;
    private final LessonMeters meters;

    ChainListener(Learning learning, LessonMeters meters) {
        this.learning = learning;
        this.meters = meters;
    }

    /** Takes one batch as it was polled. */
    @Incoming("chains")
    @Blocking
    void hear(ConsumerRecords<byte[], byte[]> records) {
        List<Lesson> lessons = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> one : records) {
            Lesson lesson = LessonReader.read(one.key(), one.value());
            sayIfSkipped(one, lesson);
            lessons.add(lesson);
        }
        learning.take(lessons, positions(records));
        lessons.forEach(meters::count);
    }

    /** The consumer's own positions (KIP-1094): past transaction markers, which no record shows. */
    private static Map<Integer, Long> positions(ConsumerRecords<byte[], byte[]> records) {
        return records.nextOffsets().entrySet().stream()
                .collect(toMap(
                        next -> next.getKey().partition(),
                        next -> next.getValue().offset()));
    }

    private static void sayIfSkipped(ConsumerRecord<byte[], byte[]> one, Lesson lesson) {
        if (lesson instanceof Lesson.Skipped(Lesson.Flaw flaw)) {
            LOGGER.warnf("skipped record %s-%d@%d: %s", one.topic(), one.partition(), one.offset(), flaw);
        }
    }
}

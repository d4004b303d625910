package dev.ponder.router.settlement.register;

import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.decision.Book;
import dev.ponder.router.settlement.register.RegisterException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads register partitions to their end, so that their new owner knows what the former one settled. The settlement thread
 * alone.
 */
public final class RegisterReader {

    private static final Logger LOGGER = Logger.getLogger(RegisterReader.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Admin admin;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Ticker ticker;
    private final Duration remember;
    private final Duration patience;
    private final Runnable onProgress;

    /**
     * Reads over clients of its own.
     *
     * @param consumers makes {@code read_committed} consumers without a group; one is open while it reads
     * @param remember how far back it reads for what is settled
     * @param patience how long no entry may come before the end; more than the transaction time-out, which a dead router's takes
     * @param onProgress called while it reads, so that a long reading doesn't look like a dead thread
     */
    public RegisterReader(
            Admin admin,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Ticker ticker,
            Duration remember,
            Duration patience,
            Runnable onProgress) {
        this.admin = admin;
        this.consumers = consumers;
        this.ticker = ticker;
        this.remember = remember;
        this.patience = patience;
        this.onProgress = onProgress;
    }

    /**
     * Reads how requests stand in partitions; throws a {@link RegisterException} if it can't.
     *
     * @param openSince by partition, since when the register tells of all work that is under way; empty where nobody knows, and all of
     *     the partition is read. What is settled has its time, work under way ends only by being settled
     */
    public Map<Integer, Book> read(Map<Integer, Optional<Instant>> openSince) {
        Instant now = ticker.now();
        Instant settledSince = now.minus(remember);
        Map<Integer, Optional<Instant>> since = new HashMap<>();
        openSince.forEach((partition, open) ->
                since.put(partition, open.map(told -> told.isBefore(settledSince) ? told : settledSince)));
        RegisterSpan span = RegisterSpan.find(admin, since);
        Map<Integer, Book> books = new HashMap<>();
        since.keySet().forEach(partition -> books.put(partition, new Book(remember)));
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(span.starts().keySet());
            span.starts().forEach(consumer::seek);
            readToEnd(consumer, span, books, now);
            CoPartitioning.requireSame(
                    books, consumer.partitionsFor(Topics.OUTCOMES).size());
        }
        return books;
    }

    private void readToEnd(
            Consumer<byte[], byte[]> consumer, RegisterSpan span, Map<Integer, Book> books, Instant now) {
        long cameNanos = ticker.nanos();
        while (!isAtEnd(consumer, span)) {
            if (ticker.nanos() - cameNanos > patience.toNanos()) {
                throw new RegisterException(
                        Reason.NOT_READ_IN_TIME,
                        "the register could not be read to its end: no entry came within " + patience);
            }
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                cameNanos = ticker.nanos();
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                Book book = books.get(record.partition());
                if (book != null && record.key() != null) {
                    apply(record, book);
                }
            }
            // Not at the end only: where all of a partition is read, most of it is long settled.
            books.values().forEach(book -> book.forgetOld(now));
            onProgress.run();
        }
    }

    private static boolean isAtEnd(Consumer<byte[], byte[]> consumer, RegisterSpan span) {
        for (Map.Entry<TopicPartition, Long> end : span.ends().entrySet()) {
            if (consumer.position(end.getKey()) < end.getValue()) {
                return false;
            }
        }
        return true;
    }

    private static void apply(ConsumerRecord<byte[], byte[]> record, Book book) {
        String digest = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            book.forget(digest);
            return;
        }
        try {
            switch (Json.read(record.value(), RegisterEntry.class)) {
                case RegisterEntry.Settled settled -> book.settle(digest, settled.settledAt());
                case RegisterEntry.Open open -> book.open(digest, open.work());
                case RegisterEntry.Withdrawn withdrawn -> book.withdraw(digest, withdrawn.withdrawnAt());
            }
        } catch (UnreadableException why) {
            LOGGER.warnf(
                    "skipped an unreadable register entry at partition %d, offset %d: %s",
                    record.partition(), record.offset(), why.getMessage());
        }
    }
}

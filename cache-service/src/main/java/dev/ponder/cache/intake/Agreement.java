package dev.ponder.cache.intake;

import dev.ponder.cache.learning.CatchUp;
import dev.ponder.cache.storage.ChainStore;
import dev.ponder.cache.storage.StorageConfig;
import dev.ponder.cache.storage.StorageException;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.mechanics.time.Ticker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Proves again and again that the store holds all that the topic does, which is the only thing that renews its trust: neither an open
 * file nor a record that comes says that none was missed. A store that lost its trust while this process ran, since it was cut off or
 * stood still, is read anew as soon as the broker answers, for which nobody need assign partitions again. Owns a virtual thread.
 */
@Singleton
final class Agreement {

    private static final Logger LOGGER = Logger.getLogger(Agreement.class);

    private static final String CHANNEL = "chains";
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** So that some looks may fail before the trust is gone. */
    private static final int LOOKS = 8;

    private final ChainStore store;
    private final CatchUp catchUp;
    private final ChainTopic topic;
    private final StorePositions positions;
    private final KafkaClientService clients;
    private final Ticker ticker;
    private final Duration pause;
    private final Thread thread = Thread.ofVirtual().name("agreement").unstarted(this::run);

    Agreement(
            ChainStore store,
            CatchUp catchUp,
            ChainTopic topic,
            @Identifier(StorePositions.NAME) StorePositions positions,
            KafkaClientService clients,
            StorageConfig storage,
            Ticker ticker) {
        this.store = store;
        this.catchUp = catchUp;
        this.topic = topic;
        this.positions = positions;
        this.clients = clients;
        this.ticker = ticker;
        Duration share = storage.maxAbsence().dividedBy(LOOKS);
        this.pause = share.compareTo(LONGEST_PAUSE) < 0 ? share : LONGEST_PAUSE;
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.interrupt();
    }

    private void run() {
        try {
            while (store.isSound()) {
                Thread.sleep(pause);
                look();
            }
        } catch (InterruptedException | InterruptException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (catchUp.isDone()) {
                compare();
            }
        } catch (InterruptException stopping) {
            throw stopping;
        } catch (KafkaException | StorageException away) {
            LOGGER.debugf("not compared with %s: %s", Topics.CHAINS, away.getMessage());
        }
    }

    private void compare() {
        Instant before = ticker.now();
        ChainTopic.Description now = topic.describe();
        KafkaConsumer<byte[], byte[]> consumer = clients.getConsumer(CHANNEL);
        if (!store.isTrusted()) {
            consumer.runOnPollingThread(one -> {
                        if (!one.assignment().isEmpty()) {
                            positions.begin(one, one.assignment());
                        }
                    })
                    .subscribe()
                    .with(_ -> {}, failed -> LOGGER.debugf("not begun anew: %s", failed.getMessage()));
            return;
        }
        if (topic.targets(now.partitions(), store.positions()).isEmpty()) {
            store.agreed(now.id(), before);
        }
    }
}

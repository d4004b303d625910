package dev.ponder.router.sharing;

import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.router.settlement.decision.OpenWork;
import dev.ponder.router.settlement.register.RegisterEntry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears in the register what all routers dispatch and settle, every partition, from now on. Guarantee: at most once, and none is needed:
 * what is missed is given back at its deadline. It hears what a transaction has written before that is committed, since an aborted one
 * is repeated and a hanging one must not hold the shares up. Commit point: none. The channel's thread.
 */
@Singleton
public final class RegisterListener {

    private final FairSharing sharing;

    RegisterListener(FairSharing sharing) {
        this.sharing = sharing;
    }

    /** Takes one batch as it was polled. */
    @Incoming("register")
    void hear(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.key() != null) {
                hear(record);
            }
        }
    }

    private void hear(ConsumerRecord<byte[], byte[]> record) {
        String digest = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            sharing.settled(digest);
            return;
        }
        try {
            switch (Json.read(record.value(), RegisterEntry.class)) {
                case RegisterEntry.Open(int _, OpenWork work, var _) -> opened(work);
                case RegisterEntry.Settled _, RegisterEntry.Withdrawn _ -> sharing.settled(digest);
            }
        } catch (UnreadableException foreign) { // A newer router's; it is given back at its deadline.
            System.getLogger(RegisterListener.class.getName())
                    .log(System.Logger.Level.DEBUG, "an entry was passed over: {0}", foreign.getMessage());
        }
    }

    private void opened(OpenWork work) {
        Topics.poolOfClassWork(work.place().topic())
                .ifPresent(pool -> sharing.heard(work.asked().key(), pool, work.promisedTokens(), work.deadline()));
    }
}

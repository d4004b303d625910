package dev.ponder.router.settlement.relay;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Makes settlement's Kafka clients; who asks for one closes it. */
public interface Clients {

    /** The consumer of outcomes, a member of the settlement group that has not subscribed yet. */
    Consumer<byte[], byte[]> outcomes();

    /** A consumer without a group that sees what is committed, for the register. */
    Consumer<byte[], byte[]> register();

    /** The producer of everything that settlement writes; transactional where the guarantee asks for it. */
    Producer<byte[], byte[]> producer();

    /** A producer without transactions, for what is said and done about orphans. */
    Producer<byte[], byte[]> rescues();

    /** An admin client. */
    Admin admin();
}

package dev.ponder.simulation.client;

import dev.ponder.router.settlement.relay.Clients;
import dev.ponder.router.settlement.relay.Guarantee;
import dev.ponder.simulation.broker.ShareQueue;
import dev.ponder.simulation.broker.VirtualBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Settlement's clients of the virtual broker. One process's. */
public final class VirtualClients implements Clients {

    private final VirtualBroker broker;
    private final ShareQueue queue;
    private final Wire wire;
    private final Heartbeats heartbeats;
    private final String name;
    private final int incarnation;
    private final Guarantee guarantee;
    private final boolean forgets;
    private int consumers;

    /**
     * Makes clients of a process.
     *
     * @param name the same after a restart
     * @param incarnation another after each
     * @param guarantee whether the producer of results has transactions
     * @param forgets whether they find nothing in the register
     */
    public VirtualClients(
            VirtualBroker broker,
            ShareQueue queue,
            Wire wire,
            Heartbeats heartbeats,
            String name,
            int incarnation,
            Guarantee guarantee,
            boolean forgets) {
        this.broker = broker;
        this.queue = queue;
        this.wire = wire;
        this.heartbeats = heartbeats;
        this.name = name;
        this.incarnation = incarnation;
        this.guarantee = guarantee;
        this.forgets = forgets;
    }

    /** Has something done again and again for as long as the process lives. */
    public interface Heartbeats {

        /** Begins. */
        void every(Runnable beat);
    }

    @Override
    @SuppressWarnings("unchecked") // A proxy's type is not known to the compiler.
    public Consumer<byte[], byte[]> outcomes() {
        String holder = name + "/" + incarnation + "/" + consumers++;
        MemberCalls calls = new MemberCalls(broker, wire, name, holder);
        heartbeats.every(calls::beat);
        return Calls.client(Consumer.class, calls);
    }

    @Override
    @SuppressWarnings("unchecked") // A proxy's type is not known to the compiler.
    public Consumer<byte[], byte[]> register() {
        return Calls.client(Consumer.class, new ReaderCalls(broker, wire, forgets));
    }

    @Override
    @SuppressWarnings("unchecked") // A proxy's type is not known to the compiler.
    public Producer<byte[], byte[]> producer() {
        return Calls.client(
                Producer.class,
                switch (guarantee) {
                    case EXACTLY_ONCE -> new TransactionalCalls(broker, wire, name);
                    case AT_LEAST_ONCE -> new ProducerCalls(broker, wire);
                });
    }

    @Override
    @SuppressWarnings("unchecked") // A proxy's type is not known to the compiler.
    public Producer<byte[], byte[]> rescues() {
        return Calls.client(Producer.class, new ProducerCalls(broker, wire));
    }

    @Override
    public Admin admin() {
        return Calls.client(Admin.class, new AdminCalls(broker, queue, wire));
    }
}

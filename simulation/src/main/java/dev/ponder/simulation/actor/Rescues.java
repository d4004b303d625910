package dev.ponder.simulation.actor;

import dev.ponder.router.settlement.liveness.Finding;
import dev.ponder.router.settlement.liveness.Fronts;
import dev.ponder.router.settlement.liveness.Rescue;
import dev.ponder.router.settlement.rescue.QueueAdapter;
import dev.ponder.router.settlement.rescue.QueueProgress;
import dev.ponder.router.settlement.rescue.RescueTurn;
import dev.ponder.router.settlement.rescue.WorkCutter;
import dev.ponder.simulation.client.VirtualClients;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Has shipped turns carry findings out, one after another, and crashes between any two of their steps. */
final class Rescues implements Life.Body, Rescue {

    private static final String REASONERS = "ponder-reasoner";

    private final World world;
    private final Life life;
    private final Queue<Finding> waiting = new ArrayDeque<>();
    private @Nullable RescueTurn turn;

    Rescues(World world, String name) {
        this.world = world;
        this.life = new Life(world, name, this);
    }

    Life life() {
        return life;
    }

    @Override
    public Fronts fronts() {
        return turn == null ? Fronts.UNKNOWN : turn.fronts();
    }

    @Override
    public void carryOut(List<Finding> findings) {
        if (world.flaw() != Flaw.NOBODY_WATCHES) {
            waiting.addAll(findings);
        }
    }

    @Override
    public void run(Line line) {
        VirtualClients clients = line.clients();
        RescueTurn mine = new RescueTurn(
                clients,
                new QueueProgress(QueueAdapter.SHARE_GROUP, REASONERS),
                new WorkCutter(Settlement.GROUP),
                world.clock());
        turn = mine;
        while (true) {
            try (Producer<byte[], byte[]> producer = clients.rescues();
                    Admin admin = clients.admin()) {
                work(line, mine, producer, admin);
            } catch (KafkaException failed) { // As at the top of the shipped loop: what was found is found again.
                line.pause(world.between(1_000, 1_000));
            }
        }
    }

    private void work(Line line, RescueTurn mine, Producer<byte[], byte[]> producer, Admin admin) {
        while (true) {
            Finding next = waiting.poll();
            mine.run(producer, admin, next);
            if (next == null) {
                line.pause(world.between(0, 1_000));
            }
        }
    }

    @Override
    public void forget() {
        waiting.clear();
        turn = null;
    }
}

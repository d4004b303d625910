package dev.ponder.simulation.actor;

import dev.ponder.contracts.topic.Topics;
import dev.ponder.simulation.broker.Log;
import dev.ponder.simulation.broker.VirtualBroker;
import dev.ponder.simulation.check.Happening;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Crashes and pauses whom it pleases until everything heals. */
public final class Chaos {

    private static final double PAUSES = 0.35;
    private static final double REPEATS = 0.3;
    private static final double DELETES = 0.01;
    private static final long MOST_QUIET_MILLIS = 7_000;
    /** Longer than any lock, lease or session. */
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    private final World world;
    private final List<Life> lives;

    /** Spares nobody of these. */
    public Chaos(World world, List<Life> lives) {
        this.world = world;
        this.lives = List.copyOf(lives);
    }

    /** Begins. */
    public void start() {
        world.agenda().after(world.between(1, MOST_QUIET_MILLIS), this::strike);
    }

    private void strike() {
        if (world.heals()) {
            return;
        }
        Life one = lives.get(world.random().nextInt(lives.size()));
        if (world.chance(PAUSES)) {
            one.standStill(shorter(world.between(1_000, LONGEST_PAUSE_MILLIS)));
        } else {
            one.crash();
        }
        if (world.chance(REPEATS)) {
            repeatOutcome();
        }
        if (world.chance(DELETES)) {
            deleteWork();
        }
        start();
    }

    /** Nobody stands still once all is well. */
    private Duration shorter(Duration pause) {
        Duration left = World.HEALED.minus(world.agenda().elapsed());
        return pause.compareTo(left) < 0 ? pause : left;
    }

    /** What a producer without idempotence would do. */
    private void repeatOutcome() {
        Log log = world.broker().log(Topics.OUTCOMES, world.random().nextInt(VirtualBroker.PARTITIONS));
        if (log.end() > 0) {
            log.at(world.random().nextLong(log.end())).ifPresent(record -> {
                world.journal().note(Happening.REPEATED, "outcomes " + record.partition() + "/" + record.offset());
                var _ = world.broker().append(new ProducerRecord<>(record.topic(), record.key(), record.value()));
            });
        }
    }

    /** What a retention that somebody set would do. */
    private void deleteWork() {
        long end = world.broker().log(World.WORK, 0).end();
        if (end > 0) {
            long before = world.random().nextLong(end);
            world.invariants().workDeletedByOthers(before);
            world.broker().cut(new TopicPartition(World.WORK, 0), before);
        }
    }
}

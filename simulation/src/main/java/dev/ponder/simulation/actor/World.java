package dev.ponder.simulation.actor;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.relay.Guarantee;
import dev.ponder.simulation.broker.BrokerTimes;
import dev.ponder.simulation.broker.ShareQueue;
import dev.ponder.simulation.broker.VirtualBroker;
import dev.ponder.simulation.check.Invariants;
import dev.ponder.simulation.check.Journal;
import dev.ponder.simulation.time.Agenda;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.common.TopicPartition;

/**
 * What everybody shares.
 *
 * @param queue the group of reasoners on the only work topic
 * @param random whatever is left to chance
 * @param flaw what is broken on purpose
 * @param guarantee under which results are published
 */
public record World(
        Agenda agenda,
        VirtualBroker broker,
        ShareQueue queue,
        Journal journal,
        Invariants invariants,
        SplittableRandom random,
        Flaw flaw,
        Guarantee guarantee) {

    /** One seed in so many settles at least once. */
    private static final int AT_LEAST_ONCE = 3;

    /** From when on nothing bad happens any more. */
    public static final Duration HEALED = Duration.ofMinutes(2);

    /** Who asks; ids of one are ids of the other too. */
    public static final List<TenantId> TENANTS = List.of(TenantId.DEFAULT, new TenantId("acme"));

    /** The only work topic. */
    static final String WORK = Topics.work(new PoolId("main"), SloClass.STANDARD);

    private static final Duration LOCK = Duration.ofSeconds(10);
    private static final Duration SESSION = Duration.ofSeconds(6);
    private static final double SLOW_MARKER = 0.05;
    private static final long SLOWEST_MARKER_MILLIS = 3_000;

    public World {
        requireNonNull(agenda, "agenda is null");
        requireNonNull(broker, "broker is null");
        requireNonNull(queue, "queue is null");
        requireNonNull(journal, "journal is null");
        requireNonNull(invariants, "invariants is null");
        requireNonNull(random, "random is null");
        requireNonNull(flaw, "flaw is null");
        requireNonNull(guarantee, "guarantee is null");
    }

    /** The world of a seed, in which nothing has happened yet. */
    public static World of(long seed, Flaw flaw) {
        SplittableRandom random = new SplittableRandom(seed);
        Agenda agenda = new Agenda(random.split());
        Journal journal = new Journal(agenda.clock());
        Guarantee guarantee = guaranteeOf(seed);
        Invariants invariants = new Invariants(agenda.clock(), journal, HEALED, guarantee == Guarantee.AT_LEAST_ONCE);
        SplittableRandom delays = random.split();
        BrokerTimes times = new BrokerTimes(
                () -> Duration.ofMillis(delays.nextLong(0, isSlow(agenda, delays) ? SLOWEST_MARKER_MILLIS : 5)),
                () -> Duration.ofMillis(delays.nextLong(10_000, 20_000)),
                SESSION);
        VirtualBroker broker = new VirtualBroker(agenda, invariants, times);
        TopicPartition lane = new TopicPartition(WORK, 0);
        ShareQueue queue = new ShareQueue(lane, broker.log(WORK, 0), agenda.clock(), LOCK, invariants);
        return new World(agenda, broker, queue, journal, invariants, random.split(), flaw, guarantee);
    }

    /** Under which guarantee a seed is played. */
    public static Guarantee guaranteeOf(long seed) {
        return Math.floorMod(seed, AT_LEAST_ONCE) == 0 ? Guarantee.AT_LEAST_ONCE : Guarantee.EXACTLY_ONCE;
    }

    private static boolean isSlow(Agenda agenda, SplittableRandom delays) {
        return agenda.elapsed().compareTo(HEALED) < 0 && delays.nextDouble() < SLOW_MARKER;
    }

    Ticker clock() {
        return agenda.clock();
    }

    boolean heals() {
        return agenda.elapsed().compareTo(HEALED) >= 0;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A fault's chance, as long as there are to be any. */
    boolean faulty(double probability) {
        return chance(probability) && !heals();
    }

    Duration between(long leastMillis, long mostMillis) {
        return Duration.ofMillis(random.nextLong(leastMillis, mostMillis + 1));
    }
}

package dev.ponder.autoscaler.board;

import dev.ponder.autoscaler.observation.Seen;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The last decision of each pool. Loops write, everybody reads. */
public final class DecisionBoard {

    private final Map<PoolId, Posted> last = new ConcurrentHashMap<>();
    private final Ticker ticker;
    private final Duration maxAge;

    /**
     * An empty board.
     *
     * @param maxAge how long a decision counts
     */
    public DecisionBoard(Ticker ticker, Duration maxAge) {
        this.ticker = ticker;
        this.maxAge = maxAge;
    }

    private record Posted(Decision decided, Optional<String> unknownDemand, Seen seen, long nanos) {}

    /** Posts what was decided on what was seen. */
    public void post(PoolId pool, Seen seen, Decision decided) {
        last.put(pool, new Posted(decided, unknownDemand(seen.pool().classes()), seen, ticker.nanos()));
    }

    /** The decision that counts for a pool; missing where there is none, where it is old, or where nobody knew what waits. */
    public Reading<Decision> standing(PoolId pool) {
        Posted posted = last.get(pool);
        if (posted == null) {
            return Reading.missing("nothing was decided yet about pool " + pool);
        }
        Duration age = Duration.ofNanos(ticker.nanos() - posted.nanos());
        if (age.compareTo(maxAge) > 0) {
            return Reading.missing("the last decision about pool " + pool + " is " + age.toSeconds() + " s old");
        }
        return posted.unknownDemand()
                .map(why -> Reading.<Decision>missing("what waits for pool " + pool + " is not known: " + why))
                .orElseGet(() -> Reading.of(posted.decided()));
    }

    /** How many replicas were wanted last, for meters; not a number before there was a decision. */
    public double wanted(PoolId pool) {
        Posted posted = last.get(pool);
        return posted == null ? Double.NaN : posted.decided().replicas();
    }

    /** How full the KV caches were last, for meters; not a number where no shard said. */
    public double kvUse(PoolId pool) {
        Posted posted = last.get(pool);
        return posted == null ? Double.NaN : posted.seen().kvUse().known().orElse(Double.NaN);
    }

    /** The last decision, however old and whatever it was made from; for meters. */
    public Optional<Decision> decided(PoolId pool) {
        return Optional.ofNullable(last.get(pool)).map(Posted::decided);
    }

    /** What it was made from; for meters. */
    public Optional<Seen> seen(PoolId pool) {
        return Optional.ofNullable(last.get(pool)).map(Posted::seen);
    }

    private static Optional<String> unknownDemand(List<ClassLoad> classes) {
        return classes.stream()
                .map(one -> one.layers().queued())
                .flatMap(
                        queued -> queued instanceof Reading.Missing<Work>(String why) ? Stream.of(why) : Stream.empty())
                .findFirst();
    }
}

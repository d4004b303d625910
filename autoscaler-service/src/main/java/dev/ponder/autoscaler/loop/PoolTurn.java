package dev.ponder.autoscaler.loop;

import dev.ponder.autoscaler.actuation.Actuation;
import dev.ponder.autoscaler.actuation.Actuator;
import dev.ponder.autoscaler.board.DecisionBoard;
import dev.ponder.autoscaler.observation.PoolWatch;
import dev.ponder.autoscaler.observation.Seen;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.log.DecisionEntry;
import dev.ponder.scaling.log.LawEntry;
import java.time.Instant;
import org.jboss.logging.Logger;

/** One pass for a pool: look, decide, write down, act. Owned by the thread of the pool's loop. */
public final class PoolTurn {

    private static final Logger LOGGER = Logger.getLogger(PoolTurn.class);

    private final PoolId pool;
    private final PoolWatch watch;
    private final Law law;
    private final DecisionSink sink;
    private final DecisionBoard board;
    private final Actuator actuator;
    /** Whether the log says by which law it is decided; written by {@link #run} alone. */
    private boolean lawIsTold;

    /** Takes turns for a pool. */
    public PoolTurn(PoolId pool, PoolWatch watch, Law law, DecisionSink sink, DecisionBoard board, Actuator actuator) {
        this.pool = pool;
        this.watch = watch;
        this.law = law;
        this.sink = sink;
        this.board = board;
        this.actuator = actuator;
    }

    PoolId pool() {
        return pool;
    }

    /** Takes one turn. A decision is on the board before it is acted on, so that KEDA hears it whatever the cluster says. */
    Actuation run(long nowNanos) throws InterruptedException {
        actuator.look(nowNanos);
        Seen seen = watch.look();
        tellLaw(seen.pool().at());
        Decision decided = law.decide(seen.pool());
        board.post(pool, seen, decided);
        sink.write(new DecisionEntry(pool.value(), seen.pool(), decided));
        Actuation became = actuator.apply(decided, seen.outstanding());
        tell(decided, became);
        return became;
    }

    /** Said once, and before the first decision: the law knows nothing yet. */
    private void tellLaw(Instant now) {
        if (!lawIsTold) {
            lawIsTold = true;
            sink.write(new LawEntry(pool.value(), now, true, law.settings()));
        }
    }

    private void tell(Decision decided, Actuation became) {
        switch (became) {
            case Actuation.Scaled(int from, int to) ->
                LOGGER.infof("pool %s goes from %d to %d replicas: %s", pool, from, to, reasons(decided));
            case Actuation.Undone(String why) ->
                LOGGER.warnf("pool %s should have %d replicas, but %s", pool, decided.replicas(), why);
            case Actuation.Unchanged _, Actuation.Standby _ ->
                LOGGER.debugf("pool %s: %d replicas: %s", pool, decided.replicas(), reasons(decided));
        }
    }

    private static String reasons(Decision decided) {
        return String.join("; ", decided.reasons());
    }
}

package dev.ponder.router.sharing;

import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Says of each request whether it is within its tenant's share of its pool. It knows at once what this router dispatches, and what the
 * others do as soon as the register says so: until then they may together let a tenant hold its share once each. After a start it
 * knows nothing of earlier requests until they are settled. Thread-safe.
 */
public final class FairSharing {

    private static final Duration TIDIED = Duration.ofSeconds(10);

    private final long window;
    private final Weights weights;
    private final Ticker ticker;
    private final Map<PoolId, PoolShares> pools = new HashMap<>();
    private Instant tidied;

    /**
     * Shares pools.
     *
     * @param windowTokens of each pool
     * @param weights of the tenants whose weight is not 1
     */
    public FairSharing(long windowTokens, Map<TenantId, Integer> weights, Ticker ticker) {
        this.window = windowTokens;
        this.weights = new Weights(weights);
        this.ticker = ticker;
        this.tidied = ticker.now();
    }

    /** Places a task that is about to be dispatched. */
    public synchronized Share place(Task task) {
        Instant now = ticker.now();
        tidy(now);
        return of(task.plan().pool())
                .place(task.key().digest(), task.tenant(), task.plan().promisedTokens(), task.deadline(), now);
    }

    /** Hears that somebody has dispatched a request within its tenant's share. */
    synchronized void heard(RequestKey key, PoolId pool, int tokens, Instant deadline) {
        of(pool).heard(key.digest(), key.tenant(), tokens, deadline, ticker.now());
    }

    /** Hears that a request is settled. */
    synchronized void settled(String digest) {
        Instant now = ticker.now();
        pools.values().forEach(pool -> pool.settled(digest, now));
    }

    /** The tokens of a pool that a tenant holds within its share. */
    synchronized long held(PoolId pool, TenantId tenant) {
        return of(pool).held(tenant);
    }

    private PoolShares of(PoolId pool) {
        return pools.computeIfAbsent(pool, _ -> new PoolShares(window, weights));
    }

    private void tidy(Instant now) {
        if (tidied.plus(TIDIED).isBefore(now)) {
            tidied = now;
            pools.values().forEach(pool -> pool.forgetOld(now));
        }
    }
}

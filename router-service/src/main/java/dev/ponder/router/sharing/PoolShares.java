package dev.ponder.router.sharing;

import dev.ponder.contracts.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How tenants share one pool: each may hold its part, by weight among those who want any, of a window of tokens that are dispatched
 * and not settled, and more while it has saved some. A window and not a rate, so that nothing is to be learned before it protects, and
 * so that what waits before another tenant's request is bounded from the first second of a flood (as credits bound a network's queues:
 * Kung, Blackwell, Chapman, SIGCOMM 1994). One thread at a time.
 */
final class PoolShares {

    /** How long a tenant counts as wanting some after it asked last: pauses between a steady sender's requests are shorter. */
    private static final Duration WANTS = Duration.ofSeconds(10);
    /** How long after its deadline a request is settled at the latest; its entry may have been missed. */
    private static final Duration SETTLED_BY = Duration.ofMinutes(1);

    private record Booking(TenantId tenant, int tokens, Instant until) {}

    private final long window;
    private final Weights weights;
    private final Map<String, Booking> booked = new HashMap<>();
    private final Map<TenantId, Holding> holdings = new HashMap<>();
    private final Map<TenantId, Instant> asked = new HashMap<>();

    PoolShares(long window, Weights weights) {
        this.window = window;
        this.weights = weights;
    }

    /** Places a request, and books it where it is within its tenant's share; who holds nothing always is. */
    Share place(String digest, TenantId tenant, int tokens, Instant deadline, Instant now) {
        asked.put(tenant, now);
        if (booked.containsKey(digest)) {
            return Share.WITHIN;
        }
        long part = part(tenant, now);
        Holding holding = holding(tenant, part, now);
        if (holding.held() > 0 && holding.held() + tokens > holding.most(part)) {
            return Share.BEYOND;
        }
        book(digest, new Booking(tenant, tokens, deadline.plus(SETTLED_BY)), holding);
        return Share.WITHIN;
    }

    /** Books what another router has placed within its tenant's share. */
    void heard(String digest, TenantId tenant, int tokens, Instant deadline, Instant now) {
        asked.put(tenant, now);
        if (!booked.containsKey(digest)) {
            Holding holding = holding(tenant, part(tenant, now), now);
            book(digest, new Booking(tenant, tokens, deadline.plus(SETTLED_BY)), holding);
        }
    }

    /** Gives back what a request held, if it held any. */
    void settled(String digest, Instant now) {
        Booking gone = booked.remove(digest);
        if (gone != null) {
            holding(gone.tenant(), part(gone.tenant(), now), now).giveBack(gone.tokens());
        }
    }

    /** Gives back what must be settled by now, heard of or not, and forgets tenants that want nothing and have saved all they can. */
    void forgetOld(Instant now) {
        Set<String> over = new HashSet<>();
        booked.forEach((digest, booking) -> {
            if (booking.until().isBefore(now)) {
                over.add(digest);
            }
        });
        over.forEach(digest -> settled(digest, now));
        asked.values().removeIf(at -> at.plus(WANTS).isBefore(now));
        holdings.entrySet().removeIf(one -> one.getValue().held() == 0 && !asked.containsKey(one.getKey()));
    }

    /** The tokens that a tenant holds within its share. */
    long held(TenantId tenant) {
        Holding holding = holdings.get(tenant);
        return holding == null ? 0 : holding.held();
    }

    /** The tokens that a tenant may hold for good. */
    long part(TenantId tenant, Instant now) {
        Set<TenantId> wanting = new HashSet<>();
        holdings.forEach((other, holding) -> {
            if (holding.held() > 0) {
                wanting.add(other);
            }
        });
        asked.forEach((other, at) -> {
            if (!at.plus(WANTS).isBefore(now)) {
                wanting.add(other);
            }
        });
        wanting.add(tenant);
        return weights.part(window, tenant, wanting);
    }

    /** The tokens that a tenant may hold now. */
    long most(TenantId tenant, Instant now) {
        long part = part(tenant, now);
        return holding(tenant, part, now).most(part);
    }

    private Holding holding(TenantId tenant, long part, Instant now) {
        Holding holding = holdings.computeIfAbsent(tenant, _ -> new Holding(now));
        holding.pass(now, part);
        return holding;
    }

    private void book(String digest, Booking booking, Holding holding) {
        booked.put(digest, booking);
        holding.take(booking.tokens());
    }
}

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
 * and not settled. A window and not a rate, so that nothing is to be learned before it protects, and so that what waits before another
 * tenant's request is bounded from the first second of a flood (as credits bound a network's queues: Kung, Blackwell, Chapman, SIGCOMM
 * 1994). One thread at a time.
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
    private final Map<TenantId, Long> held = new HashMap<>();
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
        long holds = held(tenant);
        if (holds > 0 && holds + tokens > part(tenant, now)) {
            return Share.BEYOND;
        }
        book(digest, new Booking(tenant, tokens, deadline.plus(SETTLED_BY)));
        return Share.WITHIN;
    }

    /** Books what another router has placed within its tenant's share. */
    void heard(String digest, TenantId tenant, int tokens, Instant deadline, Instant now) {
        asked.put(tenant, now);
        if (!booked.containsKey(digest)) {
            book(digest, new Booking(tenant, tokens, deadline.plus(SETTLED_BY)));
        }
    }

    /** Gives back what a request held, if it held any. */
    void settled(String digest) {
        Booking gone = booked.remove(digest);
        if (gone != null) {
            held.merge(gone.tenant(), -(long) gone.tokens(), Long::sum);
            held.remove(gone.tenant(), 0L);
        }
    }

    /** Gives back what must be settled by now, heard of or not, and forgets tenants that want nothing. */
    void forgetOld(Instant now) {
        Set<String> over = new HashSet<>();
        booked.forEach((digest, booking) -> {
            if (booking.until().isBefore(now)) {
                over.add(digest);
            }
        });
        over.forEach(this::settled);
        asked.values().removeIf(at -> at.plus(WANTS).isBefore(now));
    }

    /** The tokens that a tenant holds within its share. */
    long held(TenantId tenant) {
        return held.getOrDefault(tenant, 0L);
    }

    /** The tokens that a tenant may hold. */
    long part(TenantId tenant, Instant now) {
        Set<TenantId> wanting = new HashSet<>(held.keySet());
        asked.forEach((other, at) -> {
            if (!at.plus(WANTS).isBefore(now)) {
                wanting.add(other);
            }
        });
        wanting.add(tenant);
        return weights.part(window, tenant, wanting);
    }

    private void book(String digest, Booking booking) {
        booked.put(digest, booking);
        held.merge(booking.tenant(), (long) booking.tokens(), Long::sum);
    }
}

package dev.ponder.simulation.actor;

import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.progress.BegunChain;
import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.List;

/**
 * A chain that grows evenly. Its text says whose it is and how long it will be, so that whoever goes on with it ends where the first
 * would have.
 *
 * @param text whose and how long
 * @param tokens how many it will have
 * @param begun with how many it began here
 * @param lasts how long the others take
 */
record Growth(String text, int tokens, int begun, long beganNanos, Duration lasts) {

    private static final String OF = " of ";

    static Growth anew(RequestKey key, int tokens, Duration lasts, Ticker clock) {
        return new Growth(key + OF + tokens, tokens, 0, clock.nanos(), lasts);
    }

    /** Goes on from a beginning, which a part of the whole time was enough for. */
    static Growth from(BegunChain begun, Duration whole, Ticker clock) {
        String[] parts = begun.text().split(OF);
        int tokens = Integer.parseInt(parts[1]);
        Duration lasts = Duration.ofNanos((long) (whole.toNanos() * (1 - (double) begun.tokens() / tokens)));
        return new Growth(begun.text(), tokens, begun.tokens(), clock.nanos(), lasts);
    }

    static String keyOf(BegunChain begun) {
        return begun.text().split(OF)[0];
    }

    boolean isWhole(Ticker clock) {
        return !left(clock).isPositive();
    }

    Duration left(Ticker clock) {
        return lasts.minusNanos(clock.nanos() - beganNanos);
    }

    BegunChain soFar(Ticker clock) {
        double share = isWhole(clock) ? 1 : (double) (clock.nanos() - beganNanos) / lasts.toNanos();
        return new BegunChain(text, begun + (int) ((tokens - begun) * share), List.of("virtual"));
    }
}

package dev.ponder.autoscaler.wiring;

import dev.ponder.mechanics.time.Ticker;

/** Names this process, unlike all others and unlike itself after a restart. */
final class Identity {

    private Identity() {}

    static String ofThisProcess(Ticker ticker) {
        return "autoscaler-" + System.getenv().getOrDefault("HOSTNAME", "host") + "-"
                + ProcessHandle.current().pid() + "-"
                + Long.toHexString(ticker.now().toEpochMilli());
    }
}

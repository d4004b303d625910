package dev.ponder.triton.shard.fault;

import java.util.Locale;

/** What can go wrong on purpose. */
public enum Fault {
    /** A generation stops giving tokens after N, and never ends. */
    STALL,
    /** Steps last N times as long. */
    SLOW,
    /** Every Nth generation gives no token, and never ends. */
    HANG,
    /** Nothing is generated at all, while health and readiness stay fine. */
    WEDGED,
    /** New requests are refused because the queue is full. */
    QUEUE_FULL,
    /** The answer repeats itself until the token limit. */
    ENDLESS,
    /** The stream breaks after N tokens. */
    CUT,
    /** All connections are reset after N tokens, without a goodbye. */
    RST,
    /** All connections get a GOAWAY for too many pings after N tokens, and are closed. */
    GOAWAY,
    /** The server is going: it refuses what is new, goes on with what runs, and never hangs up. */
    LEAVING,
    /** The backend answers with an error after N tokens. */
    ERROR,
    /** Texts come under a wrong datatype. */
    WRONG_DATATYPE,
    /** A cancelled call does not reach the engine, as behind an ensemble; a stop request does. */
    DEAF;

    /** Finds a fault by its name on the command line, for example {@code queue-full}. */
    public static Fault named(String name) {
        return valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

package dev.ponder.router.sharing;

/** How a request stands to its tenant's share of its pool. */
public enum Share {
    /** Its tenant may hold so much: it waits in the queue of its class. */
    WITHIN,
    /** Its tenant holds its share already: it waits for what others leave over. */
    BEYOND
}

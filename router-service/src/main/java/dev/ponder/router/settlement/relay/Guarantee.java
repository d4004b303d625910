package dev.ponder.router.settlement.relay;

/** What a reader of the results may rely on. */
public enum Guarantee {
    /** One committed result per request: results, register and progress go out in one Kafka transaction. */
    EXACTLY_ONCE,
    /** A few milliseconds sooner, and never none; after a failure at the wrong moment a result may come twice. */
    AT_LEAST_ONCE
}

package dev.ponder.access;

/** Who speaks to Kafka. Each is a principal of its own, and so is each tenant. */
public enum Role {
    /** Asks on its own request topic, reads its own chunks and results. */
    TENANT("a tenant"),
    /** Takes requests, hands work on, settles. */
    ROUTER("the router"),
    /** Takes work, thinks, concludes. */
    REASONER("the reasoner"),
    /** Learns settled chains. */
    CACHE("the cache"),
    /** Counts the work that waits. */
    AUTOSCALER("the autoscaler"),
    /** Looks at dead letters and replays them. */
    OPERATOR("an operator"),
    /** Erases tenants: more than an operator has to be trusted with each day. */
    ERASER("an eraser");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** With its article, for sentences. */
    String label() {
        return label;
    }
}

package dev.ponder.dashboards.rule;

import java.util.Locale;

/** Whom an alert reaches. */
public enum Severity {
    /** Somebody is woken: users are losing answers, or will within the hour. */
    PAGE,
    /** Somebody looks on the next working day. */
    TICKET;

    /** The value of the label {@code severity}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

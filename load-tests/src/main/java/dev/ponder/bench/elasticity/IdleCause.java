package dev.ponder.bench.elasticity;

import dev.ponder.bench.report.Row;
import dev.ponder.fleet.run.Bill;
import java.util.function.ToDoubleFunction;

/** Why replicas were paid and not used; with what was used, all that was paid. */
public enum IdleCause {
    COLD_START("cold start", "idle_cold_start_share"),
    DRAIN("drain", "idle_drain_share"),
    HOLD_DOWN("hold-down", "idle_hold_down_share"),
    HEADROOM("headroom", "idle_headroom_share");

    private final String words;
    private final String figure;

    IdleCause(String words, String figure) {
        this.words = words;
        this.figure = figure;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    /** What its share is called in reports. */
    public String figure() {
        return figure;
    }

    /** Its share of what was paid. */
    public double share(Bill bill) {
        double part =
                switch (this) {
                    case COLD_START -> bill.coldStart();
                    case DRAIN -> bill.drain();
                    case HOLD_DOWN -> bill.holdDown();
                    case HEADROOM -> bill.headroom();
                };
        return part / bill.paid();
    }

    /**
     * Adds the shares of all causes to a row.
     *
     * @param share the figure of a cause, such as its mean over seeds
     */
    public static Row addTo(Row row, ToDoubleFunction<IdleCause> share) {
        Row more = row;
        for (IdleCause cause : values()) {
            more = more.with(cause.figure, share.applyAsDouble(cause));
        }
        return more;
    }
}

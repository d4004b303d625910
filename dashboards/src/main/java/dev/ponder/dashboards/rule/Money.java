package dev.ponder.dashboards.rule;

import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.dashboards.Known;
import dev.ponder.dashboards.promql.Match;
import dev.ponder.dashboards.promql.Window;
import java.util.List;

/** What is kept of money and load, so that one can be read against the other. */
public final class Money {

    /** Requests a second that were admitted, over five minutes. */
    public static final Recording QPS = new Recording(
            "ponder:requests:rate5m",
            Known.REQUESTS
                    .where(Match.is(Meters.TAG_OUTCOME, "admitted"))
                    .rate(Window.MINUTES_5)
                    .sum());

    /** What an hour costs at the pace of the last five minutes. */
    public static final Recording AN_HOUR = new Recording(
            "ponder:paid:hourly5m", Known.PAID.rate(Window.MINUTES_5).times(3600));

    /** What a thousand answers cost, over five minutes. */
    public static final Recording A_THOUSAND = new Recording(
            "ponder:paid:per_1k_answers5m",
            Known.PAID
                    .rate(Window.MINUTES_5)
                    .times(1000)
                    .over(Known.RESULTS
                            .where(Match.is(Meters.TAG_OUTCOME, "answered"))
                            .rate(Window.MINUTES_5)
                            .sum()));

    /** The share of what is paid that nobody used, by pool. */
    public static final Recording IDLE_SHARE = new Recording(
            "ponder:idle:ratio_rate15m",
            Known.IDLE
                    .rate(Window.MINUTES_15, Meters.TAG_POOL)
                    .over(Known.PAID.rate(Window.MINUTES_15, Meters.TAG_POOL)));

    private Money() {}

    static List<Recording> recordings() {
        return List.of(QPS, AN_HOUR, A_THOUSAND, IDLE_SHARE);
    }
}

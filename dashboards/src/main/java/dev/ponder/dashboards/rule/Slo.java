package dev.ponder.dashboards.rule;

import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.dashboards.Known;
import dev.ponder.dashboards.promql.Expr;
import dev.ponder.dashboards.promql.Match;
import dev.ponder.dashboards.promql.Series;
import dev.ponder.dashboards.promql.TimerOf;
import dev.ponder.dashboards.promql.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What users are promised, and what share of it may fail. Over three days an error budget is used up by a burn rate of 1. */
public enum Slo {
    /** A request ends with an answer, unless it was wrong, refused for its tenant's allowance, or taken back. */
    ANSWERS(0.995) {
        @Override
        Expr errors(Window window) {
            Series results = Known.RESULTS.all();
            return results.where(Match.is(Meters.TAG_FAULT, "server_error"))
                    .rate(window)
                    .sum()
                    .orZero()
                    .over(results.where(Match.fits(Meters.TAG_FAULT, "none|server_error"))
                            .rate(window)
                            .sum());
        }
    },
    /** The first token of an interactive answer comes within 5 s. */
    FIRST_TOKEN_INTERACTIVE(0.99) {
        @Override
        Expr errors(Window window) {
            return late(SloClass.INTERACTIVE, 5, window);
        }
    },
    /** The first token of a standard answer comes within a minute. */
    FIRST_TOKEN_STANDARD(0.99) {
        @Override
        Expr errors(Window window) {
            return late(SloClass.STANDARD, 60, window);
        }
    };

    /** By which label recordings tell objectives apart. */
    public static final String LABEL = "slo";

    private static final String ERRORS = "ponder:slo_errors:ratio_rate";
    private static final String ALLOWED = "ponder:slo_errors_allowed:ratio";
    private static final String BURN = "ponder:slo_burn:rate";

    private static final List<Window> WINDOWS =
            List.of(Window.MINUTES_5, Window.MINUTES_30, Window.HOUR_1, Window.HOURS_6, Window.DAYS_3);

    private final double objective;

    Slo(double objective) {
        this.objective = objective;
    }

    /** The share of errors over a window. */
    abstract Expr errors(Window window);

    /** Which share must be good. */
    public double objective() {
        return objective;
    }

    /** Its value of {@link #LABEL}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Expr late(SloClass slo, double seconds, Window window) {
        TimerOf first = Known.FIRST_TOKEN.where(Match.is(Meters.TAG_CLASS, slo.wire()));
        return first.upTo(seconds)
                .rate(window)
                .sum()
                .over(first.count().rate(window).sum())
                .rest();
    }

    /** How many times as fast as allowed errors come, by objective. */
    public static Series burn(Window window) {
        return Series.named(BURN + window.promql());
    }

    /** The share of errors, by objective. */
    public static Series errorsOver(Window window) {
        return Series.named(ERRORS + window.promql());
    }

    static List<Recording> recordings() {
        List<Recording> all = new ArrayList<>();
        for (Slo slo : values()) {
            Map<String, String> label = Map.of(LABEL, slo.label());
            double allowed = Math.round((1 - slo.objective) * 1e6) / 1e6;
            all.add(new Recording(ALLOWED, label, Expr.constant(allowed)));
            WINDOWS.forEach(window -> all.add(new Recording(ERRORS + window.promql(), label, slo.errors(window))));
        }
        for (Window window : WINDOWS) {
            Expr burn = errorsOver(window).last().over(Series.named(ALLOWED).last());
            all.add(new Recording(BURN + window.promql(), burn));
        }
        return all;
    }
}

package dev.ponder.dashboards.rule;

import static dev.ponder.dashboards.rule.Comparison.above;
import static dev.ponder.dashboards.rule.Comparison.below;

import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.dashboards.Known;
import dev.ponder.dashboards.promql.Expr;
import dev.ponder.dashboards.promql.Match;
import dev.ponder.dashboards.promql.Series;
import dev.ponder.dashboards.promql.Window;
import java.time.Duration;
import java.util.List;

/** What somebody is to do something about: few, and each with something to do. */
final class Alerts {

    /** Errors so fast use up 2 % of a month's budget in an hour, 5 % in six, 10 % in three days. */
    private static final double FAST = 14.4;

    private static final double STEADY = 6;
    private static final double SLOW = 1;

    /** Batch work has twelve hours, and one more for whoever settles it. */
    private static final double LONGEST_SECONDS = 13 * 3600;

    private static final String INSTANCE = "instance";
    private static final String JOB = "job";

    /** Where targets say it: those of the chart's reasoners do. */
    private static final String OF_POOL = "{{ with $labels.pool }} of pool {{ . }}{{ end }}";

    /** As the chart's PodMonitor and {@code ./ponder up --observe} call what they read. */
    private static final String JOB_PREFIX = "ponder-";

    private Alerts() {}

    static List<Alert> all() {
        return List.of(
                burns("PonderBurnsFast", Severity.PAGE, FAST, Window.HOUR_1, Window.MINUTES_5, Duration.ofMinutes(2)),
                burns(
                        "PonderBurnsSteadily",
                        Severity.PAGE,
                        STEADY,
                        Window.HOURS_6,
                        Window.MINUTES_30,
                        Duration.ofMinutes(15)),
                burns("PonderBurnsSlowly", Severity.TICKET, SLOW, Window.DAYS_3, Window.HOURS_6, Duration.ofHours(1)),
                serviceDown(
                        List.of(below(
                                Series.named("up")
                                        .where(Match.fits(JOB, ".*ponder.*"))
                                        .last()
                                        .max(JOB, Meters.TAG_POOL),
                                1)),
                        targetsOf("router")),
                new Alert(
                        "PonderNoHealthyShard",
                        Severity.PAGE,
                        Duration.ofMinutes(1),
                        List.of(below(
                                Known.SHARDS
                                        .where(Match.is(Meters.TAG_STATE, "healthy"))
                                        .last()
                                        .max(INSTANCE, Meters.TAG_POOL),
                                1)),
                        "Reasoner {{ $labels.instance }}" + OF_POOL + " has no healthy shard: its work waits."),
                new Alert(
                        "PonderSettlementStuck",
                        Severity.PAGE,
                        Duration.ofMinutes(1),
                        List.of(above(Known.SETTLEMENT_SILENCE.all().last().max(INSTANCE), 60)),
                        "Settlement of {{ $labels.instance }} ended no turn for {{ $value | humanizeDuration }}."),
                new Alert(
                        "PonderWorkOverdue",
                        Severity.PAGE,
                        Duration.ofMinutes(2),
                        List.of(above(Known.OVERDUE.all().last().sum(), 0)),
                        "{{ $value }} requests are past their deadline and have no result."),
                new Alert(
                        "PonderOldestWork",
                        Severity.TICKET,
                        Duration.ofMinutes(10),
                        List.of(above(Known.OLDEST.all().last().max(), LONGEST_SECONDS)),
                        "The oldest request is under way for {{ $value | humanizeDuration }}."),
                new Alert(
                        "PonderSpanNearLimit",
                        Severity.PAGE,
                        Duration.ofMinutes(1),
                        List.of(above(Known.WORK_SPAN.all().last().max(Meters.TAG_POOL), 7000)),
                        "The oldest job in hand" + OF_POOL
                                + " lies {{ $value }} records behind; at 10,000 its topic stands still."),
                new Alert(
                        "PonderDeadLettersRise",
                        Severity.TICKET,
                        Duration.ZERO,
                        List.of(above(
                                Known.DEAD_LETTERS
                                        .all()
                                        .increase(Window.MINUTES_15)
                                        .sum(Meters.TAG_TENANT),
                                20)),
                        "{{ $value | humanize }} records of tenant {{ $labels.tenant }} were put aside in 15 minutes."),
                new Alert(
                        "PonderTenantThrottled",
                        Severity.TICKET,
                        Duration.ofMinutes(15),
                        List.of(above(throttledShare(), 0.2)),
                        "{{ $value | humanizePercentage }} of tenant {{ $labels.tenant }}'s requests are beyond its allowance."),
                new Alert(
                        "PonderCacheBehind",
                        Severity.TICKET,
                        Duration.ofMinutes(15),
                        List.of(below(Known.CACHE_CAUGHT_UP.all().last().min(INSTANCE), 1)),
                        "Cache {{ $labels.instance }} has not caught up: it answers nothing."),
                new Alert(
                        "PonderAutoscalerBlind",
                        Severity.TICKET,
                        Duration.ofMinutes(5),
                        List.of(above(Known.SOURCES_MISSING.all().last().max(Meters.TAG_POOL), 0)),
                        "{{ $value }} sources about pool {{ $labels.pool }} do not answer: it is not made smaller, perhaps not larger."),
                new Alert(
                        "PonderScalingUndone",
                        Severity.TICKET,
                        Duration.ofMinutes(10),
                        List.of(above(
                                Known.TURNS
                                        .where(Match.fits(Meters.TAG_OUTCOME, "undone|failed"))
                                        .increase(Window.MINUTES_10)
                                        .sum(Meters.TAG_POOL, INSTANCE)
                                        .max(Meters.TAG_POOL),
                                5)),
                        "What was decided about pool {{ $labels.pool }} is not carried out."),
                new Alert(
                        "PonderPoolAtMax",
                        Severity.TICKET,
                        Duration.ofMinutes(15),
                        List.of(below(roomLeft(), 1), above(queued(), 0)),
                        "Pool {{ $labels.pool }} wants all replicas that it may have, and work waits."),
                new Alert(
                        "PonderBudgetNearlySpent",
                        Severity.TICKET,
                        Duration.ofMinutes(30),
                        List.of(above(spentOfBudget(), 0.95)),
                        "Pool {{ $labels.pool }} costs {{ $value | humanizePercentage }} of what an hour of it may."),
                new Alert(
                        "PonderMoneyIdle",
                        Severity.TICKET,
                        Duration.ofHours(2),
                        List.of(above(Money.IDLE_SHARE.series().last(), 0.7)),
                        "{{ $value | humanizePercentage }} of what pool {{ $labels.pool }} costs is not used."));
    }

    /** For whoever has a cache. */
    static List<Alert> ofCache() {
        return List.of(serviceDown(List.of(), targetsOf("cache")));
    }

    /** For whoever has a pool that the autoscaler looks at. */
    static List<Alert> ofAutoscaler() {
        return List.of(new Alert(
                "PonderNobodyScales",
                Severity.PAGE,
                Duration.ofMinutes(2),
                List.of(below(Known.LEADS.all().last().sum(), 1)),
                List.of(Known.LEADS.all()),
                "No autoscaler holds the lease, or none runs: pools stay as they are."));
    }

    private static Alert serviceDown(List<Comparison> when, Series missed) {
        return new Alert(
                "PonderServiceDown",
                Severity.PAGE,
                Duration.ofMinutes(5),
                when,
                List.of(missed),
                "No process of {{ $labels.job }}" + OF_POOL + " answers.");
    }

    /** Of a service that always runs where it is installed. Reasoners are not of them: a pool at rest has none. */
    private static Series targetsOf(String service) {
        return Series.named("up").where(Match.is(JOB, JOB_PREFIX + service));
    }

    /** The long window says that it matters, the short one that it still goes on. */
    private static Alert burns(
            String name, Severity severity, double rate, Window longer, Window shorter, Duration lasts) {
        return new Alert(
                name,
                severity,
                lasts,
                List.of(
                        above(Slo.burn(longer).last(), rate),
                        above(Slo.burn(shorter).last(), rate)),
                "Errors of {{ $labels.slo }} come {{ $value | humanize }} times as fast as its budget allows.");
    }

    private static Expr throttledShare() {
        return Known.REQUESTS
                .where(Match.is(Meters.TAG_OUTCOME, "budget_exceeded"))
                .rate(Window.MINUTES_10)
                .sum(Meters.TAG_TENANT)
                .over(Known.REQUESTS.all().rate(Window.MINUTES_10).sum(Meters.TAG_TENANT));
    }

    private static Expr roomLeft() {
        return Known.BOUND
                .where(Match.is(Meters.TAG_BOUND, "max"))
                .last()
                .max(Meters.TAG_POOL)
                .minus(Known.WANTED.all().last().max(Meters.TAG_POOL));
    }

    private static Expr queued() {
        return Known.WORK.where(Match.is(Meters.TAG_LAYER, "queued")).last(Meters.TAG_POOL);
    }

    private static Expr spentOfBudget() {
        return Known.PAID
                .rate(Window.MINUTES_15, Meters.TAG_POOL)
                .times(3600)
                .over(Known.BUDGET.all().last().max(Meters.TAG_POOL));
    }
}

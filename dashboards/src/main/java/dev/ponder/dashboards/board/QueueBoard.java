package dev.ponder.dashboards.board;

import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.dashboards.Known;
import dev.ponder.dashboards.panel.Dashboard;
import dev.ponder.dashboards.panel.Panel;
import dev.ponder.dashboards.panel.Query;
import dev.ponder.dashboards.panel.Row;
import dev.ponder.dashboards.panel.Scale;
import dev.ponder.dashboards.panel.Unit;
import dev.ponder.dashboards.panel.Words;
import dev.ponder.dashboards.promql.Match;
import java.util.List;

/** Where work waits, and how near the share group is to its limit. */
public final class QueueBoard {

    private QueueBoard() {}

    /** Makes it. */
    public static Dashboard make() {
        return new Dashboard(
                "ponder-queue",
                "Ponder: queue layers and span",
                "Where does work wait, for how long, and how near is the queue to standing still?",
                List.of(underWay(), workByLayer(), waitInTheQueue(), slots(), handedOffAndResumed()));
    }

    private static Row underWay() {
        return Row.low(
                new Panel.Figure(
                        new Words(
                                "Under way",
                                "Requests that are dispatched and have no result yet.",
                                "Rises without end: more comes than goes; see the layers."),
                        Scale.of(Unit.NUMBER),
                        List.of(new Query(Known.UNDER_WAY.all().last().sum(), "requests"))),
                new Panel.Figure(
                        new Words(
                                "Oldest",
                                "How long the oldest of them is under way.",
                                "Beyond its deadline: see Overdue."),
                        Scale.lowIsGood(Unit.SECONDS, 3600, 46800),
                        List.of(new Query(Known.OLDEST.all().last().max(), "oldest"))),
                new Panel.Figure(
                        new Words(
                                "Overdue",
                                "Requests past their deadline without a result; settlement ends them within seconds.",
                                "Not 0 for minutes: follow PonderWorkOverdue."),
                        Scale.lowIsGood(Unit.NUMBER, 1, 10),
                        List.of(new Query(Known.OVERDUE.all().last().sum(), "requests"))),
                new Panel.Figure(
                        new Words(
                                "Widest span",
                                "Records between the oldest job in hand and the newest that came; at 10,000 its topic stands still.",
                                "Above 7,000: follow PonderSpanNearLimit."),
                        Scale.lowIsGood(Unit.NUMBER, 3000, 7000),
                        List.of(new Query(Known.WORK_SPAN.all().last().max(), "records"))));
    }

    private static Row workByLayer() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Work by layer",
                                "Requests that wait in Kafka (queued), wait inside engines (gated), and are on shards (dispatched).",
                                "queued: more replicas. gated: a smaller token budget, so that waiting stays in Kafka."),
                        Scale.of(Unit.NUMBER),
                        true,
                        List.of(new Query(Known.WORK.last(Meters.TAG_LAYER), "{{layer}}"))),
                new Panel.Curves(
                        new Words(
                                "Queued by class",
                                "Requests that nobody has taken, by class; surplus is what is beyond tenants' shares.",
                                "interactive queued while batch runs: weights or classes are wrong. surplus alone: a tenant floods."),
                        Scale.of(Unit.NUMBER),
                        true,
                        List.of(new Query(
                                Known.WORK
                                        .where(Match.is(Meters.TAG_LAYER, "queued"))
                                        .last(Meters.TAG_CLASS),
                                "{{class}}"))));
    }

    private static Row waitInTheQueue() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Wait in the queue",
                                "From a work record's append to its first generation, by class.",
                                "p99 far above p50: bursts; more warm replicas. Both high: the pool is too small."),
                        Scale.of(Unit.SECONDS),
                        false,
                        List.of(
                                new Query(Known.QUEUE_WAIT.quantile(0.5, Meters.TAG_CLASS), "{{class}} p50"),
                                new Query(Known.QUEUE_WAIT.quantile(0.99, Meters.TAG_CLASS), "{{class}} p99"))),
                new Panel.Curves(
                        new Words(
                                "Span by reasoner",
                                "Records between the oldest job in hand and the newest, by reasoner.",
                                "One far above the others: its job is long and not handed off; see reasoner.queue.hand-off-span."),
                        Scale.of(Unit.NUMBER),
                        false,
                        List.of(new Query(Known.WORK_SPAN.all().last().max("instance"), "{{instance}}"))));
    }

    private static Row slots() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Slots",
                                "Jobs in progress beside the slots that there are.",
                                "At the slots while tokens are free: more slots."),
                        Scale.of(Unit.NUMBER),
                        false,
                        List.of(
                                new Query(Known.IN_PROGRESS.all().last().sum(), "in progress"),
                                new Query(Known.SLOTS.all().last().sum(), "slots"))),
                new Panel.Curves(
                        new Words(
                                "Tokens promised",
                                "Tokens held by jobs in hand beside the budget.",
                                "At the budget while KV is free: a larger token budget."),
                        Scale.of(Unit.NUMBER),
                        false,
                        List.of(
                                new Query(Known.TOKENS_PROMISED.all().last().sum(), "promised"),
                                new Query(Known.TOKENS_BUDGET.all().last().sum(), "budget"))));
    }

    private static Row handedOffAndResumed() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Handed off and resumed",
                                "Jobs that went on under a lease, and jobs that went on from what an earlier holder had come to.",
                                "Many resumed: processes die or pause; see their logs."),
                        Scale.of(Unit.PER_SECOND),
                        false,
                        List.of(
                                new Query(Known.HANDED_OFF.rate(), "handed off"),
                                new Query(Known.RESUMED.rate(), "resumed"))),
                new Panel.Curves(
                        new Words(
                                "Settlement",
                                "Outcomes by what became of them.",
                                "duplicate or fenced rising: reasoners stand still for longer than their lease."),
                        Scale.of(Unit.PER_SECOND),
                        false,
                        List.of(new Query(Known.SETTLED.rate(Meters.TAG_OUTCOME), "{{outcome}}"))));
    }
}

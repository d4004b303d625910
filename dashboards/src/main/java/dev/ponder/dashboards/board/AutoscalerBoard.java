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
import dev.ponder.dashboards.rule.Money;
import java.util.List;

/** How many replicas are wanted, and why. */
public final class AutoscalerBoard {

    private AutoscalerBoard() {}

    /** Makes it. */
    public static Dashboard make() {
        return new Dashboard(
                "ponder-autoscaler",
                "Ponder: autoscaler reasons",
                "How many replicas are wanted, why, and is it carried out?",
                List.of(wanted(), replicas(), decisionsByDirection(), whatIsAsked(), priceAndBudget()));
    }

    private static Row wanted() {
        return Row.low(
                new Panel.Figure(
                        new Words(
                                "Wanted",
                                "Replicas that the law wants.",
                                "At the most while work waits: follow PonderPoolAtMax."),
                        Scale.of(Unit.NUMBER),
                        List.of(new Query(Known.WANTED.all().last().max(Meters.TAG_POOL), "{{pool}}"))),
                new Panel.Figure(
                        new Words(
                                "Ready",
                                "Replicas that take work.",
                                "Below wanted for longer than a cold start: see the cluster's events."),
                        Scale.of(Unit.NUMBER),
                        List.of(new Query(
                                Known.REPLICAS
                                        .where(Match.is(Meters.TAG_PHASE, "ready"))
                                        .last()
                                        .max(Meters.TAG_POOL),
                                "{{pool}}"))),
                new Panel.Figure(
                        new Words(
                                "Sources that do not answer",
                                "While one is missing the law takes no replica away.",
                                "Not 0: follow PonderAutoscalerBlind."),
                        Scale.lowIsGood(Unit.NUMBER, 1, 2),
                        List.of(new Query(Known.SOURCES_MISSING.all().last().max(Meters.TAG_POOL), "{{pool}}"))),
                new Panel.Figure(
                        new Words(
                                "Leaders",
                                "Autoscalers that may write; one, where there is a lease.",
                                "0: follow PonderNobodyScales."),
                        Scale.highIsGood(Unit.NUMBER, 1, 1.5),
                        List.of(new Query(Known.LEADS.all().last().sum(), "leaders"))));
    }

    private static Row replicas() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Replicas",
                                "What is wanted and what is there, between the bounds.",
                                "Wanted above ready: cold starts, or nobody carries it out. Ready above wanted: the hold."),
                        Scale.of(Unit.NUMBER),
                        false,
                        List.of(
                                new Query(Known.WANTED.all().last().max(Meters.TAG_POOL), "wanted {{pool}}"),
                                new Query(
                                        Known.REPLICAS.all().last().max(Meters.TAG_POOL, Meters.TAG_PHASE),
                                        "{{phase}} {{pool}}"),
                                new Query(
                                        Known.BOUND.all().last().max(Meters.TAG_POOL, Meters.TAG_BOUND),
                                        "{{bound}} {{pool}}"))),
                new Panel.Curves(
                        new Words(
                                "Decisions by reason",
                                "Which policy decided, a turn. none: nothing could be decided, the log says why.",
                                "./ponder explain-scaling tells each decision with its numbers."),
                        Scale.of(Unit.PER_SECOND),
                        true,
                        List.of(new Query(Known.DECISIONS.rate(Meters.TAG_REASON), "{{reason}}"))));
    }

    private static Row decisionsByDirection() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Decisions by direction",
                                "Grown, kept or shrunk.",
                                "Grown and shrunk by turns: a longer hold."),
                        Scale.of(Unit.PER_SECOND),
                        true,
                        List.of(new Query(Known.DECISIONS.rate(Meters.TAG_DIRECTION), "{{direction}}"))),
                new Panel.Curves(
                        new Words(
                                "Turns by what became of them",
                                "scaled, unchanged, standby (another leads, or KEDA writes), undone (the cluster refused), failed; of all autoscalers together.",
                                "undone or failed: follow PonderScalingUndone."),
                        Scale.of(Unit.PER_SECOND),
                        true,
                        List.of(new Query(Known.TURNS.rate(Meters.TAG_OUTCOME), "{{outcome}}"))));
    }

    private static Row whatIsAsked() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "What is asked",
                                "Requests by layer, as the law sees them.",
                                "Queued without growth: a cap, the bounds, or a source is missing."),
                        Scale.of(Unit.NUMBER),
                        true,
                        List.of(new Query(Known.WORK.last(Meters.TAG_LAYER), "{{layer}}"))),
                new Panel.Curves(
                        new Words(
                                "KV in use",
                                "As the law sees it.",
                                "High with few wanted: work is longer than it was learned to be."),
                        Scale.of(Unit.SHARE),
                        false,
                        List.of(new Query(Known.KV_USE.all().last().max(Meters.TAG_POOL), "{{pool}}"))));
    }

    private static Row priceAndBudget() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Price and budget",
                                "What all replicas cost an hour at what is wanted, beside what they may.",
                                "At the budget: cost-cap decides; raise it or let work wait."),
                        Scale.of(Unit.MONEY),
                        false,
                        List.of(
                                new Query(
                                        Known.WANTED
                                                .all()
                                                .last()
                                                .max(Meters.TAG_POOL)
                                                .times(Known.PRICE.all().last().max(Meters.TAG_POOL)),
                                        "wanted {{pool}}"),
                                new Query(Known.BUDGET.all().last().max(Meters.TAG_POOL), "budget {{pool}}"))),
                new Panel.Curves(
                        new Words(
                                "Idle share",
                                "What part of the money pays for nothing, by pool.",
                                "See the causes on the cost page."),
                        Scale.of(Unit.SHARE),
                        false,
                        List.of(new Query(Money.IDLE_SHARE.series().last(), "{{pool}}"))));
    }
}

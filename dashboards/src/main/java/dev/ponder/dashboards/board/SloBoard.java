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
import dev.ponder.dashboards.promql.Window;
import dev.ponder.dashboards.rule.Slo;
import java.util.List;

/** Whether promises are kept, and how fast the allowance for errors goes. */
public final class SloBoard {

    private SloBoard() {}

    /** Makes it. */
    public static Dashboard make() {
        return new Dashboard(
                "ponder-slo",
                "Ponder: objectives and burn",
                "Do users get what they were promised, and how fast is the allowance for errors used up?",
                List.of(
                        burnOverAnHour(),
                        fastBurn(),
                        timeToTheFirstToken(),
                        timeBetweenChunks(),
                        errorsOfOursAnHour()));
    }

    private static Row burnOverAnHour() {
        return Row.low(
                new Panel.Bars(
                        new Words(
                                "Burn over an hour",
                                "How many times as fast as allowed errors come, by objective. At 1 the allowance lasts just as long as it should.",
                                "From 14.4 on somebody is paged: follow the runbook of PonderBurnsFast."),
                        Scale.lowIsGood(Unit.NUMBER, 1, 14.4),
                        List.of(new Query(Slo.burn(Window.HOUR_1).last(), "{{slo}}"))),
                new Panel.Bars(
                        new Words(
                                "Burn over three days",
                                "The same over the longest window.",
                                "Above 1 for long: plan repairs before features."),
                        Scale.lowIsGood(Unit.NUMBER, 0.8, 1),
                        List.of(new Query(Slo.burn(Window.DAYS_3).last(), "{{slo}}"))));
    }

    private static Row fastBurn() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Fast burn",
                                "Over five minutes and an hour; both above 14.4 page somebody.",
                                "Only the short one high: wait. Both: act now."),
                        Scale.of(Unit.NUMBER),
                        false,
                        List.of(
                                new Query(Slo.burn(Window.MINUTES_5).last(), "{{slo}} 5m"),
                                new Query(Slo.burn(Window.HOUR_1).last(), "{{slo}} 1h"))),
                new Panel.Curves(
                        new Words(
                                "Steady and slow burn",
                                "Over half an hour, six hours and three days; 6 over the first two pages, 1 over the last two makes a ticket.",
                                "Look for what changed where the curve begins to rise."),
                        Scale.of(Unit.NUMBER),
                        false,
                        List.of(
                                new Query(Slo.burn(Window.MINUTES_30).last(), "{{slo}} 30m"),
                                new Query(Slo.burn(Window.HOURS_6).last(), "{{slo}} 6h"),
                                new Query(Slo.burn(Window.DAYS_3).last(), "{{slo}} 3d"))));
    }

    private static Row timeToTheFirstToken() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Time to the first token",
                                "From the arrival of a request to the first token of its answer, half and 99 % of them, by class. Promised are 5 s (interactive) and 60 s (standard).",
                                "Compare with the wait in the queue: if that is most of it, the pool is too small; else see the shards."),
                        Scale.of(Unit.SECONDS),
                        false,
                        List.of(
                                new Query(Known.FIRST_TOKEN.quantile(0.5, Meters.TAG_CLASS), "{{class}} p50"),
                                new Query(Known.FIRST_TOKEN.quantile(0.99, Meters.TAG_CLASS), "{{class}} p99"))),
                new Panel.Curves(
                        new Words(
                                "Time to the answer",
                                "From arrival to settlement, by class.",
                                "Long with short first tokens: answers are long, or waves many; see the compute path."),
                        Scale.of(Unit.SECONDS),
                        false,
                        List.of(
                                new Query(Known.ANSWER_TIME.quantile(0.5, Meters.TAG_CLASS), "{{class}} p50"),
                                new Query(Known.ANSWER_TIME.quantile(0.99, Meters.TAG_CLASS), "{{class}} p99"))));
    }

    private static Row timeBetweenChunks() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Time between chunks",
                                "90 % of generations were no slower, by class. Promised are 50 ms (interactive), 100 ms (standard), 200 ms (batch).",
                                "Above the promise: shards hold too many at once; lower the token budget or add replicas."),
                        Scale.of(Unit.SECONDS),
                        false,
                        List.of(new Query(Known.LATER_CHUNKS.quantile(0.9, Meters.TAG_CLASS), "{{class}} p90"))),
                new Panel.Curves(
                        new Words(
                                "Results by outcome",
                                "Answers, and errors by their code.",
                                "Look the code up in the failure table of the router or the reasoner."),
                        Scale.of(Unit.REQUESTS_A_SECOND),
                        true,
                        List.of(new Query(Known.RESULTS.rate(Meters.TAG_OUTCOME), "{{outcome}}"))));
    }

    private static Row errorsOfOursAnHour() {
        return Row.low(
                new Panel.Figure(
                        new Words(
                                "Errors of ours, an hour",
                                "The share of results that failed for a reason of ours, over an hour.",
                                "Above 0.5 %: see Results by outcome."),
                        Scale.lowIsGood(Unit.SHARE, 0.0025, 0.005),
                        List.of(new Query(
                                Slo.errorsOver(Window.HOUR_1)
                                        .where(Match.is(Slo.LABEL, Slo.ANSWERS.label()))
                                        .last(),
                                "errors"))),
                new Panel.Figure(
                        new Words(
                                "Late first tokens, an hour",
                                "The share of interactive first tokens later than 5 s, over an hour.",
                                "Above 1 %: see Time to the first token."),
                        Scale.lowIsGood(Unit.SHARE, 0.005, 0.01),
                        List.of(new Query(
                                Slo.errorsOver(Window.HOUR_1)
                                        .where(Match.is(Slo.LABEL, Slo.FIRST_TOKEN_INTERACTIVE.label()))
                                        .last(),
                                "late"))));
    }
}

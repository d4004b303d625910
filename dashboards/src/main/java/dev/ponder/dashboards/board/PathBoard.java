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
import java.util.List;

/** How questions are thought about. */
public final class PathBoard {

    private PathBoard() {}

    /** Makes it. */
    public static Dashboard make() {
        return new Dashboard(
                "ponder-path",
                "Ponder: compute path",
                "How are questions thought about, why does thinking stop, and what does an answer take?",
                List.of(
                        Row.high(
                                new Panel.Curves(
                                        new Words(
                                                "Jobs by path",
                                                "One chain, or waves of several that vote.",
                                                "As planned by router.waves: all in one where waves are wanted means no question is comparable."),
                                        Scale.of(Unit.REQUESTS_A_SECOND),
                                        true,
                                        List.of(new Query(Known.JOBS.rate(Meters.TAG_PATH), "{{path}}"))),
                                new Panel.Curves(
                                        new Words(
                                                "Why thinking stopped",
                                                "stop: an answer. length: cut at its tokens. sure: enough chains agreed. repetition: it went round in circles. Codes: errors.",
                                                "length rising: larger max_completion_tokens. repetition rising: look at model and sampling."),
                                        Scale.of(Unit.REQUESTS_A_SECOND),
                                        true,
                                        List.of(new Query(Known.JOBS.rate(Meters.TAG_ENDED), "{{ended}}")))),
                        Row.high(
                                new Panel.Curves(
                                        new Words(
                                                "Chains a job",
                                                "Chains begun for each answered job, by path.",
                                                "Waves near the most: few agree; questions are hard, or answers not comparable."),
                                        Scale.of(Unit.NUMBER),
                                        false,
                                        List.of(new Query(
                                                Known.CHAINS
                                                        .rate(Meters.TAG_PATH)
                                                        .over(Known.JOBS.rate(Meters.TAG_PATH)),
                                                "{{path}}"))),
                                new Panel.Curves(
                                        new Words(
                                                "Generations by end",
                                                "completed, cancelled (enough agreed, or taken back), or the kind of failure.",
                                                "Failures of one kind: see the failure table of the reasoner."),
                                        Scale.of(Unit.PER_SECOND),
                                        true,
                                        List.of(new Query(Known.GENERATIONS.rate(Meters.TAG_OUTCOME), "{{outcome}}")))),
                        Row.high(
                                new Panel.Curves(
                                        new Words(
                                                "Tokens a second",
                                                "Prompt tokens read and tokens generated.",
                                                "Generated falls at the same load: shards are slower; see their page."),
                                        Scale.of(Unit.PER_SECOND),
                                        false,
                                        List.of(
                                                new Query(
                                                        Known.TOKENS
                                                                .where(Match.is(Meters.TAG_TOKEN_TYPE, "input"))
                                                                .sum()
                                                                .rate(Window.SHOWN)
                                                                .sum(),
                                                        "read"),
                                                new Query(
                                                        Known.TOKENS
                                                                .where(Match.is(Meters.TAG_TOKEN_TYPE, "output"))
                                                                .sum()
                                                                .rate(Window.SHOWN)
                                                                .sum(),
                                                        "generated"))),
                                new Panel.Curves(
                                        new Words(
                                                "Tokens an answer",
                                                "Tokens generated by a generation on the mean, by class.",
                                                "Rising: longer thinking; check max_chain_length and the model."),
                                        Scale.of(Unit.NUMBER),
                                        false,
                                        List.of(new Query(
                                                Known.TOKENS
                                                        .where(Match.is(Meters.TAG_TOKEN_TYPE, "output"))
                                                        .sum()
                                                        .rate(Window.SHOWN)
                                                        .sum(Meters.TAG_CLASS)
                                                        .over(Known.TOKENS
                                                                .where(Match.is(Meters.TAG_TOKEN_TYPE, "output"))
                                                                .count()
                                                                .rate(Window.SHOWN)
                                                                .sum(Meters.TAG_CLASS)),
                                                "{{class}}")))),
                        Row.high(
                                new Panel.Curves(
                                        new Words(
                                                "A generation takes",
                                                "Mean duration, by class.",
                                                "Long with short chunks: answers are long. Long chunks: shards are full."),
                                        Scale.of(Unit.SECONDS),
                                        false,
                                        List.of(new Query(Known.GENERATION_TIME.mean(Meters.TAG_CLASS), "{{class}}"))),
                                new Panel.Curves(
                                        new Words(
                                                "First chunk of a generation",
                                                "Reading the prompt, and waiting inside the engine; half and 90 %.",
                                                "Rising while nothing is gated: prompts grew. With gated work: a smaller token budget."),
                                        Scale.of(Unit.SECONDS),
                                        false,
                                        List.of(
                                                new Query(
                                                        Known.FIRST_CHUNK.quantile(0.5, Meters.TAG_CLASS),
                                                        "{{class}} p50"),
                                                new Query(
                                                        Known.FIRST_CHUNK.quantile(0.9, Meters.TAG_CLASS),
                                                        "{{class}} p90")))),
                        Row.low(
                                new Panel.Figure(
                                        new Words(
                                                "Tries a job",
                                                "Generations for each chain that was begun; more than 1 are shards that failed in between.",
                                                "Above 1.1: see Generations by end."),
                                        Scale.lowIsGood(Unit.NUMBER, 1.1, 1.5),
                                        List.of(new Query(
                                                Known.GENERATIONS.rate().over(Known.CHAINS.rate()), "tries"))),
                                new Panel.Figure(
                                        new Words(
                                                "Taken back",
                                                "Orders that took a request back, a second.",
                                                "Many: users give up waiting; see the first token."),
                                        Scale.of(Unit.PER_SECOND),
                                        List.of(new Query(
                                                Known.ORDERS
                                                        .where(Match.is(Meters.TAG_OUTCOME, "cancel"))
                                                        .rate(Window.SHOWN)
                                                        .sum(),
                                                "cancels"))))));
    }
}

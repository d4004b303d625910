package dev.ponder.dashboards.board;

import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.dashboards.Known;
import dev.ponder.dashboards.Shards;
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

/** How full and how fast the shards are. */
public final class ShardsBoard {

    private ShardsBoard() {}

    /** Makes it. */
    public static Dashboard make() {
        return new Dashboard(
                "ponder-shards",
                "Ponder: shards and KV",
                "Are the shards healthy, how full are they, and how fast do they generate?",
                List.of(
                        healthyShards(),
                        kvBlocksByShard(),
                        requestsInsideTheEngines(),
                        requestsDone(),
                        sequencesThatGenerate()));
    }

    private static Row healthyShards() {
        return Row.low(
                new Panel.Figure(
                        new Words(
                                "Healthy shards",
                                "The fewest that a reasoner sees; one is healthy once it has generated a token.",
                                "0: follow PonderNoHealthyShard."),
                        Scale.highIsGood(Unit.NUMBER, 1, 2),
                        List.of(new Query(
                                Known.SHARDS
                                        .where(Match.is(Meters.TAG_STATE, "healthy"))
                                        .last()
                                        .min(),
                                "shards"))),
                new Panel.Figure(
                        new Words(
                                "Unhealthy shards",
                                "The most that a reasoner sees.",
                                "Not 0: look at that shard, its readiness page is not enough."),
                        Scale.lowIsGood(Unit.NUMBER, 1, 2),
                        List.of(new Query(
                                Known.SHARDS
                                        .where(Match.is(Meters.TAG_STATE, "unhealthy"))
                                        .last()
                                        .max(),
                                "shards"))),
                new Panel.Figure(
                        new Words(
                                "KV in use",
                                "Share of KV blocks in use, the mean of the pool's shards.",
                                "Above 90 %: a smaller token budget or more replicas."),
                        Scale.lowIsGood(Unit.SHARE, 0.75, 0.9),
                        List.of(new Query(Known.KV_USE.all().last().max(), "KV"))),
                new Panel.Figure(
                        new Words(
                                "Steps a second",
                                "Batches that all shards executed.",
                                "0 with work in progress: engines hang."),
                        Scale.of(Unit.PER_SECOND),
                        List.of(new Query(Shards.STEPS.rate(Window.SHOWN).sum(), "steps"))));
    }

    private static Row kvBlocksByShard() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "KV blocks by shard",
                                "The share in use.",
                                "One full, others not: the choice of shards or their health is wrong."),
                        Scale.of(Unit.SHARE),
                        false,
                        List.of(new Query(
                                Shards.KV
                                        .where(Match.is(Shards.BLOCK_TYPE, "fraction"))
                                        .last()
                                        .max("instance"),
                                "{{instance}}"))),
                new Panel.Curves(
                        new Words(
                                "KV blocks in use",
                                "Of all that there are.",
                                "Near the most: sequences wait for blocks."),
                        Scale.of(Unit.NUMBER),
                        false,
                        List.of(
                                new Query(
                                        Shards.KV
                                                .where(Match.is(Shards.BLOCK_TYPE, "used"))
                                                .last()
                                                .sum(),
                                        "used"),
                                new Query(
                                        Shards.KV
                                                .where(Match.is(Shards.BLOCK_TYPE, "max"))
                                                .last()
                                                .sum(),
                                        "there are"))));
    }

    private static Row requestsInsideTheEngines() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Requests inside the engines",
                                "Scheduled in the batch, and waiting for room; the most is what batches hold.",
                                "waiting above 0: reasoners promise more than shards hold; a smaller token budget."),
                        Scale.of(Unit.NUMBER),
                        false,
                        List.of(
                                new Query(
                                        Shards.REQUESTS
                                                .where(Match.is(Shards.REQUEST_TYPE, "scheduled"))
                                                .last()
                                                .sum(),
                                        "scheduled"),
                                new Query(
                                        Shards.REQUESTS
                                                .where(Match.is(Shards.REQUEST_TYPE, "waiting"))
                                                .last()
                                                .sum(),
                                        "waiting"),
                                new Query(
                                        Shards.REQUESTS
                                                .where(Match.is(Shards.REQUEST_TYPE, "max"))
                                                .last()
                                                .sum(),
                                        "most"))),
                new Panel.Curves(
                        new Words(
                                "Before the engines",
                                "Requests that wait in the server before its backend.",
                                "Above 0: the server is the bottleneck, not the engine."),
                        Scale.of(Unit.NUMBER),
                        false,
                        List.of(new Query(Shards.PENDING.last().sum("instance"), "{{instance}}"))));
    }

    private static Row requestsDone() {
        return Row.high(
                new Panel.Curves(
                        new Words("Requests done", "By shard.", "One far below: slow or avoided; see its health."),
                        Scale.of(Unit.REQUESTS_A_SECOND),
                        false,
                        List.of(new Query(Shards.SUCCEEDED.rate(Window.SHOWN).sum("instance"), "{{instance}}"))),
                new Panel.Curves(
                        new Words(
                                "Requests failed",
                                "By reason. CANCELED are ours: enough chains agreed, or taken back.",
                                "REJECTED: full. BACKEND: the engine's own log."),
                        Scale.of(Unit.REQUESTS_A_SECOND),
                        true,
                        List.of(new Query(Shards.FAILED.rate(Window.SHOWN).sum(Shards.REASON), "{{reason}}"))));
    }

    private static Row sequencesThatGenerate() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Sequences that generate",
                                "By shard; larger batches make a token cheaper and slower.",
                                "Compare with Time between chunks of the objectives."),
                        Scale.of(Unit.NUMBER),
                        false,
                        List.of(new Query(
                                Shards.BATCHER
                                        .where(Match.is(Shards.BATCHER_METRIC, "generation_requests"))
                                        .last()
                                        .sum("instance"),
                                "{{instance}}"))),
                new Panel.Curves(
                        new Words(
                                "Tokens a step",
                                "Tokens generated by a batch on the mean.",
                                "Small with work waiting: batches do not fill."),
                        Scale.of(Unit.NUMBER),
                        false,
                        List.of(new Query(
                                Known.TOKENS
                                        .where(Match.is(Meters.TAG_TOKEN_TYPE, "output"))
                                        .sum()
                                        .rate(Window.SHOWN)
                                        .sum()
                                        .over(Shards.STEPS.rate(Window.SHOWN).sum()),
                                "tokens"))));
    }
}

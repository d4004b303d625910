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

/** What is answered without thinking. */
public final class CacheBoard {

    private CacheBoard() {}

    /** Makes it. */
    public static Dashboard make() {
        return new Dashboard(
                "ponder-cache",
                "Ponder: cache",
                "How much is answered without thinking, is it fast, and is it whole?",
                List.of(answeredByTheCache(), lookupsAsTheRouterSeesThem(), aLookupTakes(), hitShare()));
    }

    private static Row answeredByTheCache() {
        return Row.low(
                new Panel.Figure(
                        new Words(
                                "Answered by the cache",
                                "The share of answers that were thought before.",
                                "Low with repeated questions: see why lookups miss."),
                        Scale.of(Unit.SHARE),
                        List.of(new Query(
                                Known.RESULTS
                                        .where(Match.is(Meters.TAG_SOURCE, "cache"))
                                        .rate(Window.SHOWN)
                                        .sum()
                                        .over(Known.RESULTS
                                                .where(Match.is(Meters.TAG_OUTCOME, "answered"))
                                                .rate(Window.SHOWN)
                                                .sum()),
                                "share"))),
                new Panel.Figure(
                        new Words(
                                "Chains",
                                "Chains in the largest store.",
                                "At the capacity the least asked for goes: raise cache.retention.max-entries."),
                        Scale.of(Unit.NUMBER),
                        List.of(new Query(Known.CACHE_ENTRIES.all().last().max(), "chains"))),
                new Panel.Figure(
                        new Words(
                                "Full",
                                "Chains beside what the store may hold.",
                                "At 100 % with a falling hit share: raise cache.retention.max-entries."),
                        Scale.lowIsGood(Unit.SHARE, 0.9, 1),
                        List.of(new Query(
                                Known.CACHE_ENTRIES
                                        .all()
                                        .last()
                                        .max()
                                        .over(Known.CACHE_CAPACITY.all().last().max()),
                                "full"))),
                new Panel.Figure(
                        new Words(
                                "Caught up",
                                "Whether every cache has read its topic; until then it answers nothing.",
                                "No for long: follow PonderCacheBehind."),
                        Scale.highIsGood(Unit.YES_OR_NO, 0.5, 1),
                        List.of(new Query(Known.CACHE_CAUGHT_UP.all().last().min(), "caught up"))));
    }

    private static Row lookupsAsTheRouterSeesThem() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Lookups as the router sees them",
                                "hit, miss, late (past the deadline), failed, paused (left alone after failures), unproven, not_asked.",
                                "late: raise router.lookup.deadline. failed, paused: the cache is gone. unproven: report it."),
                        Scale.of(Unit.PER_SECOND),
                        true,
                        List.of(new Query(Known.LOOKUPS.rate(Meters.TAG_OUTCOME), "{{outcome}}"))),
                new Panel.Curves(
                        new Words(
                                "Lookups as the cache answers them",
                                "hit, absent, expired, refuted (failed its proof), behind (not caught up).",
                                "refuted: somebody asks with another's key, or a store is damaged; worth a look at once."),
                        Scale.of(Unit.PER_SECOND),
                        true,
                        List.of(new Query(Known.CACHE_LOOKUPS.rate(Meters.TAG_OUTCOME), "{{outcome}}"))));
    }

    private static Row aLookupTakes() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "A lookup takes",
                                "As the router sees it, network included; it waits no longer than router.lookup.deadline (50 ms).",
                                "Near the deadline: another cache replica, or nearer to the routers."),
                        Scale.of(Unit.SECONDS),
                        false,
                        List.of(
                                new Query(Known.LOOKUP_TIME.quantile(0.5), "p50"),
                                new Query(Known.LOOKUP_TIME.quantile(0.99), "p99"))),
                new Panel.Curves(
                        new Words(
                                "Lessons",
                                "Chains learned, forgotten and skipped.",
                                "skipped: the log names the offset. None learned while answers settle: see who may write reasoning.chains."),
                        Scale.of(Unit.PER_SECOND),
                        false,
                        List.of(new Query(Known.CACHE_LESSONS.rate(Meters.TAG_OUTCOME), "{{outcome}}"))));
    }

    private static Row hitShare() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Hit share",
                                "Hits of all lookups that were asked.",
                                "Falls after a change of model or prompt: keys changed; it fills again."),
                        Scale.of(Unit.SHARE),
                        false,
                        List.of(new Query(
                                Known.LOOKUPS
                                        .where(Match.is(Meters.TAG_OUTCOME, "hit"))
                                        .rate(Window.SHOWN)
                                        .sum()
                                        .over(Known.LOOKUPS
                                                .where(Match.isNot(Meters.TAG_OUTCOME, "not_asked"))
                                                .rate(Window.SHOWN)
                                                .sum()),
                                "hits"))),
                new Panel.Curves(
                        new Words(
                                "Tokens not generated",
                                "Completion tokens that cached chains stood in for, a second.",
                                "Times the price of a token this is what the cache saves: see the cost page."),
                        Scale.of(Unit.PER_SECOND),
                        false,
                        List.of(new Query(
                                Known.SETTLED_TOKENS
                                        .where(Match.is(Meters.TAG_KIND, "cached"))
                                        .rate(Window.SHOWN)
                                        .sum(),
                                "tokens"))));
    }
}

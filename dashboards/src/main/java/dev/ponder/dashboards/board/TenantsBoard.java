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

/** Who asks for how much, and what it costs. */
public final class TenantsBoard {

    private TenantsBoard() {}

    /** Makes it. */
    public static Dashboard make() {
        return new Dashboard(
                "ponder-tenants",
                "Ponder: tenants",
                "Who asks for how much, who is held back, and what does each cost?",
                List.of(requests(), answers(), beyondItsShare(), billedAnHour(), shareOfWhatIsAsked()));
    }

    private static Row requests() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Requests",
                                "By tenant, whatever became of them.",
                                "A sudden rise: ask its owner; its share holds others harmless."),
                        Scale.of(Unit.REQUESTS_A_SECOND),
                        true,
                        List.of(new Query(Known.REQUESTS.rate(Meters.TAG_TENANT), "{{tenant}}"))),
                new Panel.Curves(
                        new Words(
                                "Refused",
                                "Requests that were not admitted, by tenant and code.",
                                "budget_exceeded: its allowance. Others: its client is wrong, the code says how."),
                        Scale.of(Unit.REQUESTS_A_SECOND),
                        true,
                        List.of(new Query(
                                Known.REQUESTS
                                        .where(Match.isNot(Meters.TAG_OUTCOME, "admitted"))
                                        .rate(Window.SHOWN)
                                        .sum(Meters.TAG_TENANT, Meters.TAG_OUTCOME),
                                "{{tenant}} {{outcome}}"))));
    }

    private static Row answers() {
        return Row.high(
                new Panel.Curves(
                        new Words("Answers", "By tenant and source.", "None while it asks: see its errors."),
                        Scale.of(Unit.REQUESTS_A_SECOND),
                        true,
                        List.of(new Query(
                                Known.RESULTS
                                        .where(Match.is(Meters.TAG_OUTCOME, "answered"))
                                        .rate(Window.SHOWN)
                                        .sum(Meters.TAG_TENANT, Meters.TAG_SOURCE),
                                "{{tenant}} {{source}}"))),
                new Panel.Curves(
                        new Words(
                                "Errors",
                                "Results without an answer, by tenant and code.",
                                "The same code for all tenants: ours. For one: its requests."),
                        Scale.of(Unit.REQUESTS_A_SECOND),
                        true,
                        List.of(new Query(
                                Known.RESULTS
                                        .where(Match.isNot(Meters.TAG_OUTCOME, "answered"))
                                        .rate(Window.SHOWN)
                                        .sum(Meters.TAG_TENANT, Meters.TAG_OUTCOME),
                                "{{tenant}} {{outcome}}"))));
    }

    private static Row beyondItsShare() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Beyond its share",
                                "Requests that were put behind those of others, by tenant.",
                                "Always: a larger weight or window, if it pays for it."),
                        Scale.of(Unit.REQUESTS_A_SECOND),
                        true,
                        List.of(new Query(
                                Known.SHARES
                                        .where(Match.is(Meters.TAG_SHARE, "beyond"))
                                        .rate(Window.SHOWN)
                                        .sum(Meters.TAG_TENANT),
                                "{{tenant}}"))),
                new Panel.Curves(
                        new Words("Tokens generated", "By tenant.", "Read with the cost: long answers are dear ones."),
                        Scale.of(Unit.PER_SECOND),
                        true,
                        List.of(new Query(
                                Known.SETTLED_TOKENS
                                        .where(Match.is(Meters.TAG_KIND, "output"))
                                        .rate(Window.SHOWN)
                                        .sum(Meters.TAG_TENANT),
                                "{{tenant}}"))));
    }

    private static Row billedAnHour() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "Billed an hour",
                                "The price of settled requests, by tenant.",
                                "Compare with its allowance."),
                        Scale.of(Unit.MONEY),
                        true,
                        List.of(new Query(Known.COST.rate(Meters.TAG_TENANT).times(3600), "{{tenant}}"))),
                new Panel.Curves(
                        new Words(
                                "Orders",
                                "Requests taken back, and orders that could not be read, by tenant.",
                                "Codes: its client writes no order that we know."),
                        Scale.of(Unit.PER_SECOND),
                        true,
                        List.of(new Query(
                                Known.ORDERS.rate(Meters.TAG_TENANT, Meters.TAG_OUTCOME), "{{tenant}} {{outcome}}"))));
    }

    private static Row shareOfWhatIsAsked() {
        return Row.high(
                new Panel.Bars(
                        new Words(
                                "Share of what is asked",
                                "Requests of each tenant, of all.",
                                "One has nearly all: see whether others wait."),
                        Scale.of(Unit.SHARE),
                        List.of(new Query(
                                Known.REQUESTS.rate(Meters.TAG_TENANT).overWhole(Known.REQUESTS.rate()),
                                "{{tenant}}"))),
                new Panel.Bars(
                        new Words(
                                "Dead letters of an hour",
                                "Records that were put aside, by tenant and reason.",
                                "./ponder dead-letters list shows them."),
                        Scale.lowIsGood(Unit.NUMBER, 1, 20),
                        List.of(new Query(
                                Known.DEAD_LETTERS
                                        .all()
                                        .increase(Window.HOUR_1)
                                        .sum(Meters.TAG_TENANT, Meters.TAG_REASON),
                                "{{tenant}} {{reason}}"))));
    }
}

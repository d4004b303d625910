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
import dev.ponder.dashboards.promql.Expr;
import dev.ponder.dashboards.promql.Match;
import dev.ponder.dashboards.promql.Window;
import dev.ponder.dashboards.rule.Money;
import java.util.List;

/** What answers cost against how many are asked for. */
public final class CostBoard {

    private CostBoard() {}

    /** Makes it. */
    public static Dashboard make() {
        return new Dashboard(
                "ponder-cost",
                "Ponder: cost against QPS",
                "What do answers cost at this load, would another offer be cheaper, and what is paid for nothing?",
                List.of(
                        aThousandAnswersCost(),
                        anHourCosts(),
                        aThousandAnswersOursAndWithEachOffer(),
                        whatWePaidByLoad(),
                        aMillionOutputTokensCost()));
    }

    private static Row aThousandAnswersCost() {
        return Row.low(
                new Panel.Figure(
                        new Words(
                                "A thousand answers cost",
                                "What all replicas cost over five minutes, divided by the answers of that time.",
                                "Compare with the offers below; when it rises while load falls, see the idle money."),
                        Scale.of(Unit.MONEY),
                        List.of(new Query(Money.A_THOUSAND.series().last(), "1,000 answers"))),
                new Panel.Figure(
                        new Words(
                                "Requests a second",
                                "Admitted requests over five minutes.",
                                "Read all other figures of this page at this load."),
                        Scale.of(Unit.REQUESTS_A_SECOND),
                        List.of(new Query(Money.QPS.series().last(), "QPS"))),
                new Panel.Figure(
                        new Words(
                                "Crossover",
                                "The load at which the lead between the first two offers changes for the first time, with answers as long as now.",
                                "When the load has lain on the other side for days, change the offer."),
                        Scale.of(Unit.REQUESTS_A_SECOND),
                        List.of(new Query(
                                Known.OFFER_CROSSOVER.all().last().max(Meters.TAG_POOL), "crossover of {{pool}}"))),
                new Panel.Figure(
                        new Words(
                                "Idle share",
                                "What part of the money paid for nothing over 15 minutes.",
                                "Above 70 %: see which cause leads below, and change what it names."),
                        Scale.lowIsGood(Unit.SHARE, 0.4, 0.7),
                        List.of(new Query(Money.IDLE_SHARE.series().last(), "{{pool}}"))));
    }

    private static Row anHourCosts() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "An hour costs",
                                "What replicas cost at the pace of the last five minutes, and what users were billed for.",
                                "Where the bill stays below the cost, prices or fleet are wrong for this load."),
                        Scale.of(Unit.MONEY),
                        false,
                        List.of(
                                new Query(Money.AN_HOUR.series().last(), "paid"),
                                new Query(Known.COST.rate().times(3600), "billed"),
                                new Query(Known.BUDGET.all().last().max(Meters.TAG_POOL), "budget of {{pool}}"))),
                new Panel.Curves(
                        new Words(
                                "Load",
                                "Admitted requests a second, and answers.",
                                "A gap between the two is work that waits, fails or is cached: see the queue page."),
                        Scale.of(Unit.REQUESTS_A_SECOND),
                        false,
                        List.of(
                                new Query(Money.QPS.series().last(), "admitted"),
                                new Query(
                                        Known.RESULTS
                                                .where(Match.is(Meters.TAG_OUTCOME, "answered"))
                                                .rate(Window.SHOWN)
                                                .sum(),
                                        "answered"))));
    }

    private static Row aThousandAnswersOursAndWithEachOffer() {
        return Row.tall(
                new Panel.Curves(
                        new Words(
                                "A thousand answers, ours and with each offer",
                                "What we pay, and what a fixed fleet of each offer would cost at the same load.",
                                "When another offer stays below ours for days, run ./ponder cost with both."),
                        Scale.of(Unit.MONEY),
                        false,
                        List.of(
                                new Query(Money.A_THOUSAND.series().last(), "ours"),
                                new Query(
                                        Known.OFFER_THOUSAND
                                                .where(Match.is(Meters.TAG_LOAD, "now"))
                                                .last()
                                                .max(Meters.TAG_POOL, Meters.TAG_OFFER),
                                        "{{offer}}"))),
                new Panel.Bars(
                        new Words(
                                "Frontier: a thousand answers by load",
                                "What each offer would cost at some loads (requests a second), with answers as long as now.",
                                "Read which offer is lowest at the load that you expect."),
                        Scale.of(Unit.MONEY),
                        List.of(new Query(
                                offersAt("0([.][0-9]+)?")
                                        .or(offersAt("[1-9]([.][0-9]+)?"))
                                        .or(offersAt("[1-9][0-9]([.][0-9]+)?"))
                                        .or(offersAt("[1-9][0-9]{2,}([.][0-9]+)?")),
                                "{{offer}} at {{load}}"))));
    }

    /** By so many digits, one after the other: a label is text, and as text 10 would come before 2. */
    private static Expr offersAt(String loads) {
        return Known.OFFER_THOUSAND
                .where(Match.fits(Meters.TAG_LOAD, loads))
                .last()
                .max(Meters.TAG_OFFER, Meters.TAG_LOAD);
    }

    private static Row whatWePaidByLoad() {
        return Row.high(
                new Panel.Bars(
                        new Words(
                                "What we paid by load",
                                "The mean cost of a thousand of our answers while the load lay within each band, over the time that is shown.",
                                "The band that costs most is where the fleet is too large for its load."),
                        Scale.of(Unit.MONEY),
                        List.of(new Query(
                                banded(0, 0.5, "below 0.5")
                                        .or(banded(0.5, 2, "0.5 to 2"))
                                        .or(banded(2, 10, "2 to 10"))
                                        .or(banded(10, 1e9, "10 and more")),
                                "{{load}}"))),
                new Panel.Curves(
                        new Words(
                                "Idle money by cause",
                                "What an hour pays for nothing: replicas that start, that drain, that are held beyond need, and free slots of the others.",
                                "cold_start: keep warm ones or start faster. hold_down: lower min or hold. headroom: larger batches. drain: nothing."),
                        Scale.of(Unit.MONEY),
                        true,
                        List.of(new Query(Known.IDLE.rate(Meters.TAG_CAUSE).times(3600), "{{cause}}"))));
    }

    private static Row aMillionOutputTokensCost() {
        return Row.high(
                new Panel.Curves(
                        new Words(
                                "A million output tokens cost",
                                "What all replicas cost, over the tokens that they generated.",
                                "When it rises at the same load, batches became smaller: see the shards page."),
                        Scale.of(Unit.MONEY),
                        false,
                        List.of(new Query(
                                Known.PAID
                                        .rate()
                                        .times(1e6)
                                        .over(Known.SETTLED_TOKENS
                                                .where(Match.is(Meters.TAG_KIND, "output"))
                                                .rate(Window.SHOWN)
                                                .sum()),
                                "1M tokens"))),
                new Panel.Curves(
                        new Words(
                                "Saved by the cache",
                                "What the tokens that cached chains stood in for would have cost at the present price of a token.",
                                "Near zero with repeated questions: see the cache page."),
                        Scale.of(Unit.MONEY),
                        false,
                        List.of(new Query(
                                Known.PAID
                                        .rate()
                                        .times(3600)
                                        .over(Known.SETTLED_TOKENS
                                                .where(Match.is(Meters.TAG_KIND, "output"))
                                                .rate(Window.SHOWN)
                                                .sum())
                                        .times(Known.SETTLED_TOKENS
                                                .where(Match.is(Meters.TAG_KIND, "cached"))
                                                .rate(Window.SHOWN)
                                                .sum()),
                                "an hour"))));
    }

    /** What a thousand answers cost on the mean while the load lay in a band. */
    private static Expr banded(double from, double to, String name) {
        return Money.A_THOUSAND
                .series()
                .last()
                .finite()
                .whileWithin(Money.QPS.series().last(), from, to)
                .meanOverShown()
                .labelled(Meters.TAG_LOAD, name);
    }
}

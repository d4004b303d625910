package dev.ponder.scaling.decision;

import dev.ponder.scaling.forecast.Outlook;
import java.util.Locale;

/**
 * Enough replicas for the tokens that are asked for, and for what is likely to come on top while another one starts. Work and not
 * waiting: what waits shows only when it is too late, by a cold start.
 */
public record TokenWork() implements ScalingPolicy {

    /** What it is called. */
    public static final String NAME = "token-work";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Proposal propose(Situation situation) {
        Outlook outlook = situation.outlook();
        return new Proposal.AtLeast(
                outlook.ahead(),
                String.format(
                        Locale.ROOT,
                        "work keeps %.2f replicas busy; %.0f bear it and what may come within a cold start",
                        outlook.load(),
                        Math.ceil(outlook.ahead())));
    }
}

package dev.ponder.dashboards.rule;

import java.util.List;

/** All rules. */
public final class Rules {

    private Rules() {}

    /** By group: what is kept of objectives and of money, and the alerts. */
    public static List<RuleGroup> groups() {
        return List.of(
                new RuleGroup("ponder-slo", Slo.recordings(), List.of()),
                new RuleGroup("ponder-money", Money.recordings(), List.of()),
                new RuleGroup("ponder-alerts", List.of(), Alerts.all()));
    }
}

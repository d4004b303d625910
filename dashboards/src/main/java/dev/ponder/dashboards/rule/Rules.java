package dev.ponder.dashboards.rule;

import java.util.List;

/** All rules. */
public final class Rules {

    private Rules() {}

    /**
     * By group: what is kept of objectives and of money, the alerts, and those that miss what not everybody has: each of these stands in a
     * file of its own, which the chart leaves away where nobody is to be missed.
     */
    public static List<RuleGroup> groups() {
        return List.of(
                new RuleGroup("ponder-slo", Slo.recordings(), List.of()),
                new RuleGroup("ponder-money", Money.recordings(), List.of()),
                new RuleGroup("ponder-alerts", List.of(), Alerts.all()),
                new RuleGroup("ponder-cache", List.of(), Alerts.ofCache()),
                new RuleGroup("ponder-autoscaler", List.of(), Alerts.ofAutoscaler()));
    }
}

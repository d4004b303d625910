package dev.ponder.dashboards.rule;

import java.util.List;

/**
 * Rules that are evaluated together.
 *
 * @param name of the group, and of its file
 * @param recordings in the order in which they are evaluated
 * @param alerts after them
 */
public record RuleGroup(String name, List<Recording> recordings, List<Alert> alerts) {

    public RuleGroup {
        recordings = List.copyOf(recordings);
        alerts = List.copyOf(alerts);
    }
}

package dev.ponder.dashboards;

import dev.ponder.dashboards.board.AutoscalerBoard;
import dev.ponder.dashboards.board.CacheBoard;
import dev.ponder.dashboards.board.CostBoard;
import dev.ponder.dashboards.board.PathBoard;
import dev.ponder.dashboards.board.QueueBoard;
import dev.ponder.dashboards.board.ShardsBoard;
import dev.ponder.dashboards.board.SloBoard;
import dev.ponder.dashboards.board.TenantsBoard;
import dev.ponder.dashboards.file.MadeFiles;
import dev.ponder.dashboards.panel.Dashboard;
import dev.ponder.dashboards.rule.Alert;
import dev.ponder.dashboards.rule.RuleGroup;
import dev.ponder.dashboards.rule.Rules;
import java.util.List;
import java.util.Map;

/** All that there is. */
public final class Everything {

    private Everything() {}

    /** The dashboards. */
    public static List<Dashboard> dashboards() {
        return List.of(
                CostBoard.make(),
                SloBoard.make(),
                QueueBoard.make(),
                PathBoard.make(),
                CacheBoard.make(),
                ShardsBoard.make(),
                AutoscalerBoard.make(),
                TenantsBoard.make());
    }

    /** The rules. */
    public static List<RuleGroup> rules() {
        return Rules.groups();
    }

    /** The alerts among them. */
    public static List<Alert> alerts() {
        return rules().stream().flatMap(group -> group.alerts().stream()).toList();
    }

    /** The files that are made of both, by their path from the top of the repository. */
    public static Map<String, String> files() {
        return MadeFiles.of(dashboards(), rules());
    }
}

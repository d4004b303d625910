package dev.ponder.dashboards.file;

import dev.ponder.dashboards.panel.Dashboard;
import dev.ponder.dashboards.panel.Placed;
import dev.ponder.dashboards.panel.Words;
import java.util.List;

/** What each panel tells, for people who have no Grafana before them. Pure. */
final class DashboardPage {

    private static final String INTRODUCTION = """
            # Dashboards
            Eight pages over the meters of all services. They are files of Grafana, below [`helm/ponder/dashboards`](../helm/ponder/dashboards), which
            the chart brings as ConfigMaps; elsewhere import them and choose a Prometheus as `datasource` and a `release`. Recording rules and alerts lie beside them
            in [`helm/ponder/rules`](../helm/ponder/rules), plain files of Prometheus; some panels need the recordings. What to do about an alert stands
            in [`runbooks`](runbooks/README.md). `./ponder bench dashboards` asks every query of every page and every alert of a real Prometheus over the
            real services under load.

            This page, the dashboards and the rules are made from the types in module `dashboards`; `./ponder dashboards` writes them anew, and a test
            holds them together. Why that is Java: [decision 0015](decisions/0015-dashboards-in-java.md).

            **Several releases under one Prometheus** are told apart by a label `release`. The chart's PodMonitors put it on each target as `NAMESPACE/NAME`, NAME
            being what the release's objects begin with; `./ponder up --observe` and `./ponder bench dashboards` put `ponder`. A page shows the one release
            that is chosen above it. Each rule asks for one release and names it in what it says: `ponder` in the files, its own in what the chart installs. So
            no release hides what is down in another, and an alert says whose it is. Targets of reasoners have their `pool` besides, and PonderServiceDown
            looks at each pool; objectives are what a release promises, all its pools together. No meter of ours has a tag `release`, and none of reasoners a
            tag `pool`; the JVM's `jvm_memory_usage_after_gc` has one, which reads `exported_pool` there. A scrape configuration of your own must give
            targets `job` (`ponder-router`, `ponder-cache` …) and `release: ponder`, or put another name into the rules as the chart does.

            **Several clusters** are told apart by what each Prometheus adds to all that it sends on (`external_labels`): it evaluates the rules itself, before
            anything is brought together. One Prometheus or ruler over several clusters needs releases whose namespaces or names differ.

            **The pictures are drawn with Grafana's components, not by a Grafana server**: a page of npm's `@grafana/ui` that reads the very files and asks
            a real Prometheus, some minutes into `./ponder bench dashboards` on a machine that was busy with other things, with a simulated GPU behind
            the shards. A Grafana server was not there to load them; colours, units and curves are its own, menus and interaction are missing, and this
            page draws some level curves as nothing. Money is in whatever the pool's prices are in; the sign of the dollar stands for it.

            To draw them anew: `./ponder bench dashboards --port P --hold S` keeps services, load and Prometheus (on port P) for S seconds after its last
            query. Give something that draws Grafana's panels (a Grafana server with that Prometheus as data source, or a small page of npm's
            `@grafana/ui` and `@grafana/data`, which puts `ponder` in for `$release`) the eight files of `helm/ponder/dashboards` and `http://127.0.0.1:P`,
            1400 pixels wide; take a picture of each once all its panels have drawn, and lay it in `docs/dashboards` under the dashboard's `uid`. A test looks that each has one.
            """;

    private DashboardPage() {}

    static String of(List<Dashboard> dashboards) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        dashboards.forEach(one -> write(one, page));
        return page.toString();
    }

    private static void write(Dashboard dashboard, StringBuilder page) {
        page.append("\n## ")
                .append(dashboard.title())
                .append('\n')
                .append(dashboard.asks())
                .append("\n\n");
        page.append("![")
                .append(dashboard.title())
                .append(", drawn with Grafana's components, not by a Grafana server](dashboards/")
                .append(dashboard.uid())
                .append(".png)\n\n| panel | tells | what to do |\n|---|---|---|\n");
        for (Placed placed : dashboard.panels()) {
            Words words = placed.panel().words();
            page.append("| ")
                    .append(words.title())
                    .append(" | ")
                    .append(words.tells())
                    .append(" | ");
            page.append(words.todo()).append(" |\n");
        }
    }
}

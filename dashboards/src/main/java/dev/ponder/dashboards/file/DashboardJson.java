package dev.ponder.dashboards.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.json.Json;
import dev.ponder.dashboards.panel.Dashboard;
import dev.ponder.dashboards.panel.Panel;
import dev.ponder.dashboards.panel.Place;
import dev.ponder.dashboards.panel.Placed;
import dev.ponder.dashboards.panel.Query;
import dev.ponder.dashboards.panel.Scale;
import dev.ponder.dashboards.panel.Threshold;
import dev.ponder.dashboards.promql.Release;

/** A dashboard as Grafana reads it. Pure. */
final class DashboardJson {

    /** Of Grafana 11 and later; older ones read it too. */
    private static final int SCHEMA = 42;

    /** Every release has routers, and a target of one that is down counts too. */
    private static final String RELEASES = "label_values(up{job=\"ponder-router\"}, " + Release.LABEL + ")";

    private static final int ON_TIME_RANGE_CHANGE = 2;
    private static final int ALPHABETICAL = 1;

    private DashboardJson() {}

    static ObjectNode of(Dashboard dashboard) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("uid", dashboard.uid());
        json.put("title", dashboard.title());
        json.put("description", dashboard.asks());
        json.putArray("tags").add("ponder");
        json.put("schemaVersion", SCHEMA);
        json.put("editable", false);
        json.put("timezone", "utc");
        json.put("refresh", "30s");
        json.putObject("time").put("from", "now-1h").put("to", "now");
        ArrayNode variables = json.putObject("templating").putArray("list");
        prometheus(variables.addObject());
        release(variables.addObject());
        ArrayNode panels = json.putArray("panels");
        int id = 1;
        for (Placed placed : dashboard.panels()) {
            panels.add(panel(id, placed));
            id++;
        }
        return json;
    }

    private static void prometheus(ObjectNode json) {
        json.put("name", "datasource");
        json.put("label", "Prometheus");
        json.put("type", "datasource");
        json.put("query", "prometheus");
        json.putObject("current").put("text", "default").put("value", "default");
    }

    /** One of those that there are, the first by its name where nobody has chosen. */
    private static void release(ObjectNode json) {
        json.put("name", Release.LABEL);
        json.put("label", "Release");
        json.put("type", "query");
        source(json.putObject("datasource"));
        json.put("query", RELEASES);
        json.put("definition", RELEASES);
        json.put("refresh", ON_TIME_RANGE_CHANGE);
        json.put("sort", ALPHABETICAL);
        json.put("includeAll", false);
        json.put("multi", false);
    }

    private static ObjectNode panel(int id, Placed placed) {
        Panel panel = placed.panel();
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("id", id);
        json.put("type", type(panel));
        json.put("title", panel.words().title());
        json.put("description", panel.words().tells() + " " + panel.words().todo());
        grid(json.putObject("gridPos"), placed.place());
        source(json.putObject("datasource"));
        targets(json.putArray("targets"), panel);
        fields(json.putObject("fieldConfig"), panel);
        json.set("options", options(panel));
        return json;
    }

    private static String type(Panel panel) {
        return switch (panel) {
            case Panel.Curves _ -> "timeseries";
            case Panel.Figure _ -> "stat";
            case Panel.Bars _ -> "bargauge";
        };
    }

    private static void grid(ObjectNode json, Place place) {
        json.put("x", place.x()).put("y", place.y()).put("w", place.width()).put("h", place.height());
    }

    private static void source(ObjectNode json) {
        json.put("type", "prometheus").put("uid", "${datasource}");
    }

    private static void targets(ArrayNode targets, Panel panel) {
        char name = 'A';
        for (Query query : panel.queries()) {
            ObjectNode json = targets.addObject();
            json.put("refId", String.valueOf(name));
            json.put("expr", query.expr().promql());
            json.put("legendFormat", query.legend());
            if (!(panel instanceof Panel.Curves)) {
                json.put("instant", true);
            }
            name++;
        }
    }

    private static void fields(ObjectNode json, Panel panel) {
        Scale scale = panel.scale();
        ObjectNode defaults = json.putObject("defaults");
        defaults.put("unit", scale.unit().grafana());
        switch (panel) {
            case Panel.Curves curves -> {
                defaults.put("min", 0);
                defaults.putObject("color").put("mode", "palette-classic");
                custom(defaults.putObject("custom"), curves.stacked());
            }
            case Panel.Figure _, Panel.Bars _ -> defaults.putObject("color").put("mode", "thresholds");
        }
        ObjectNode thresholds = defaults.putObject("thresholds");
        thresholds.put("mode", "absolute");
        ArrayNode steps = thresholds.putArray("steps");
        for (Threshold step : scale.thresholds()) {
            ObjectNode one = steps.addObject();
            one.put("color", step.colour().grafana());
            if (steps.size() == 1) {
                one.putNull("value");
            } else {
                one.put("value", step.from());
            }
        }
        json.putArray("overrides");
    }

    private static void custom(ObjectNode json, boolean stacked) {
        json.put("drawStyle", "line").put("lineWidth", 1).put("showPoints", "never");
        json.put("fillOpacity", stacked ? 40 : 8);
        json.put("spanNulls", false);
        json.putObject("stacking").put("mode", stacked ? "normal" : "none").put("group", "A");
    }

    private static ObjectNode options(Panel panel) {
        ObjectNode json = Json.mapper().createObjectNode();
        switch (panel) {
            case Panel.Curves _ -> {
                ObjectNode legend = json.putObject("legend");
                legend.put("showLegend", true).put("displayMode", "list").put("placement", "bottom");
                legend.putArray("calcs");
                json.putObject("tooltip").put("mode", "multi").put("sort", "desc");
            }
            case Panel.Figure _ -> {
                json.put("colorMode", "value").put("graphMode", "none").put("justifyMode", "auto");
                json.put("textMode", "auto").put("orientation", "auto");
                reduce(json.putObject("reduceOptions"));
            }
            case Panel.Bars _ -> {
                json.put("displayMode", "gradient")
                        .put("orientation", "horizontal")
                        .put("showUnfilled", true);
                reduce(json.putObject("reduceOptions"));
            }
        }
        return json;
    }

    private static void reduce(ObjectNode json) {
        json.put("values", false).put("fields", "");
        json.putArray("calcs").add("lastNotNull");
    }
}

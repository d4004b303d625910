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

/** A dashboard as Grafana reads it. Pure. */
final class DashboardJson {

    /** Of Grafana 11 and later; older ones read it too. */
    private static final int SCHEMA = 42;

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
        variables(json.putObject("templating").putArray("list"));
        ArrayNode panels = json.putArray("panels");
        int id = 1;
        for (Placed placed : dashboard.panels()) {
            panels.add(panel(id, placed));
            id++;
        }
        return json;
    }

    private static void variables(ArrayNode list) {
        ObjectNode source = list.addObject();
        source.put("name", "datasource");
        source.put("label", "Prometheus");
        source.put("type", "datasource");
        source.put("query", "prometheus");
        source.putObject("current").put("text", "default").put("value", "default");
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

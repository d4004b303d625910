package dev.ponder.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ponder.dashboards.panel.Panel;
import dev.ponder.dashboards.panel.Placed;
import dev.ponder.dashboards.panel.Query;
import dev.ponder.dashboards.promql.Expr;
import dev.ponder.dashboards.promql.Release;
import dev.ponder.dashboards.rule.Comparison;
import dev.ponder.dashboards.rule.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * Each autoscaler keeps the books in full, whoever leads. So a query says of three, one of them restarted and one just started, what it says
 * of one: promtool asks it once over what three say and once over what the first of them says under another name.
 */
class CopiedMetersTest {

    private static final String ALL = "ponder_autoscaler_";
    private static final String FIRST = "first_autoscaler_";
    /** What each autoscaler does itself, standby ones too: these add up. */
    private static final String OWN_DOING = "Turns by what became of them";

    private static final int MINUTES = 60;

    @Test
    void sayTheSameOfThreeAutoscalersAsOfOne(@TempDir Path folder) throws Exception {
        assumeTrue(Repository.has("promtool"), "promtool is not on the PATH (apt-get install prometheus): not run");
        List<String> queries = queries();
        Path cases = folder.resolve("copies.yaml");
        Files.writeString(cases, new Yaml().dump(cases(queries)));

        Repository.Ended ended = Repository.run(folder, "promtool", "test", "rules", cases.toString());

        assertThat(queries).hasSizeGreaterThan(25).anyMatch(query -> query.contains(ALL + "paid_total"));
        assertThat(ended.code()).as(ended.said()).isZero();
    }

    private static List<String> queries() {
        Stream<Expr> shown = Everything.dashboards().stream()
                .flatMap(one -> one.panels().stream())
                .map(Placed::panel)
                .filter(panel -> !panel.words().title().equals(OWN_DOING))
                .map(Panel::queries)
                .flatMap(List::stream)
                .map(Query::expr);
        Stream<Expr> kept = Everything.rules().stream()
                .flatMap(group -> group.recordings().stream())
                .map(Recording::expr);
        Stream<Expr> compared = Everything.alerts().stream()
                .flatMap(alert -> alert.when().stream())
                .map(Comparison::left);
        return Stream.of(shown, kept, compared)
                .flatMap(all -> all)
                .map(expr -> expr.of(Release.OF_RULES))
                .map(expr -> expr.promql().replace("$__rate_interval", "5m").replace("$__range", "5m"))
                .filter(promql -> promql.contains(ALL))
                .distinct()
                .toList();
    }

    private static Map<String, Object> cases(List<String> queries) {
        List<Map<String, Object>> asked = queries.stream()
                .map(query -> Map.of(
                        "expr",
                        same(query, query.replace(ALL, FIRST)),
                        "eval_time",
                        MINUTES + "m",
                        "exp_samples",
                        List.of(Map.of("labels", "{}", "value", 1))))
                .toList();
        Map<String, Object> test = Map.of("interval", "1m", "input_series", series(), "promql_expr_test", asked);
        return Map.of("evaluation_interval", "1m", "tests", List.of(test));
    }

    /** 1 where both say something, and the same; prometheus refuses it where one says a thing twice. */
    private static String same(String query, String other) {
        return "2 * count((%1$s) == (%2$s)) / (count(%1$s) + count(%2$s))".formatted(query, other);
    }

    private static List<Map<String, Object>> series() {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(one("ponder_settlement_results_total{outcome=\"answered\"}", growing(7)));
        all.add(one("ponder_settlement_tokens_total{kind=\"output\"}", growing(900)));
        all.add(one("ponder_settlement_tokens_total{kind=\"cached\"}", growing(80)));
        for (String pool : List.of("main", "small")) {
            int scale = pool.length();
            Stream.of("cold_start", "drain", "hold_down", "headroom")
                    .forEach(cause -> counter("idle_total", pool, "cause", cause, scale, all));
            Stream.of("undone", "failed", "unchanged")
                    .forEach(outcome -> counter("turns_total", pool, "outcome", outcome, scale, all));
            counter("decisions_total", pool, "reason=\"hold\",direction", "kept", scale, all);
            counter("decisions_total", pool, "reason=\"qps-target\",direction", "grown", scale, all);
            counter("paid_total", pool, "currency", "", 9 * scale, all);
            Stream.of("starting", "ready", "draining")
                    .forEach(phase -> gauge("replicas", pool, "phase", phase, scale, all));
            Stream.of("min", "max").forEach(bound -> gauge("bound", pool, "bound", bound, scale + 3, all));
            for (String slo : List.of("interactive", "batch")) {
                Stream.of("queued", "gated", "dispatched")
                        .forEach(layer ->
                                gauge("work", pool, "class=\"" + slo + "\",layer", layer, scale * layer.length(), all));
            }
            for (String load : List.of("0.5", "2", "10", "now")) {
                gauge("offer_thousand", pool, "offer=\"a\",load", load, scale, all);
            }
            Stream.of("wanted", "kv_use", "sources_missing", "price", "budget", "offer_crossover")
                    .forEach(name -> gauge(name, pool, "x", "", scale + 1, all));
        }
        for (String name : List.of(ALL, FIRST)) {
            all.add(one(name + "leads{instance=\"a\"}", level(1)));
        }
        all.add(one(ALL + "leads{instance=\"b\"}", level(0)));
        return all;
    }

    private static void counter(
            String name, String pool, String tag, String value, int step, List<Map<String, Object>> all) {
        String labels = "pool=\"%s\",%s=\"%s\"".formatted(pool, tag, value);
        all.add(one(FIRST + name + "{instance=\"a\"," + labels + "}", growing(step)));
        all.add(one(ALL + name + "{instance=\"a\"," + labels + "}", growing(step)));
        String restarted = "0+%1$dx%2$d 0+%1$dx10".formatted(step, MINUTES - 3);
        all.add(one(ALL + name + "{instance=\"b\"," + labels + "}", restarted));
        String young = "_x%d 0+%dx10".formatted(MINUTES - 3, step);
        all.add(one(ALL + name + "{instance=\"c\"," + labels + "}", young));
    }

    private static void gauge(
            String name, String pool, String tag, String value, int level, List<Map<String, Object>> all) {
        String labels = "pool=\"%s\",%s=\"%s\"".formatted(pool, tag, value);
        all.add(one(FIRST + name + "{instance=\"a\"," + labels + "}", level(level)));
        Stream.of("a", "b", "c")
                .forEach(instance ->
                        all.add(one(ALL + name + "{instance=\"" + instance + "\"," + labels + "}", level(level))));
    }

    private static Map<String, Object> one(String series, String values) {
        String whose = Release.LABEL + "=\"" + Release.OF_RULES + "\"";
        return Map.of("series", series.replace("{", "{" + whose + ","), "values", values);
    }

    private static String growing(int step) {
        return "0+" + step + "x" + (MINUTES + 10);
    }

    private static String level(int level) {
        return level + "x" + (MINUTES + 10);
    }
}

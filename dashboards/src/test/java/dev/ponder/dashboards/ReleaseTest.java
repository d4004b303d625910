package dev.ponder.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.dashboards.file.MadeFiles;
import dev.ponder.dashboards.panel.Placed;
import dev.ponder.dashboards.panel.Query;
import dev.ponder.dashboards.promql.Expr;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** No query, recording or alert looks at more than one release; the chart finds in the files what it puts its own release in for. */
class ReleaseTest {

    /** A name with its matchers, whatever it is called: of our meters, of the shards', of recordings, of Prometheus itself. */
    private static final Pattern SELECTOR =
            Pattern.compile("\\b(?:up|nv_\\w+|gen_ai_client_\\w+|ponder[_:][\\w:]+)\\b(\\{[^}]*})?");

    /** What labels must be, the release apart: patterns may have braces of their own. */
    private static final Pattern VALUES = Pattern.compile("(release=\"[^\"]*\")|\"[^\"]*\"");

    @Test
    void isTheChosenOneInEveryQueryOfADashboard() {
        List<String> queries = Everything.dashboards().stream()
                .flatMap(one -> one.panels().stream())
                .map(Placed::panel)
                .flatMap(panel -> panel.queries().stream())
                .map(Query::expr)
                .map(Expr::promql)
                .toList();

        assertThat(queries)
                .allSatisfy(query -> assertThat(selectors(query))
                        .isNotEmpty()
                        .allSatisfy(one -> assertThat(one).contains("release=\"$release\"")));
    }

    @Test
    void isOneInEverySelectorOfARule() {
        assertThat(rules())
                .allSatisfy(rule -> assertThat(selectors(String.valueOf(rule.get("expr"))))
                        .allSatisfy(one -> assertThat(one).contains("release=\"ponder\"")));
    }

    @Test
    void standsOnWhatEveryRuleSays() {
        assertThat(rules())
                .hasSizeGreaterThan(40)
                .allSatisfy(rule -> assertThat(rule.get("labels"))
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsEntry("release", "ponder"));
    }

    private static List<String> selectors(String promql) {
        return SELECTOR.matcher(VALUES.matcher(promql).replaceAll("$1"))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @SuppressWarnings("unchecked") // the form of a file of rules
    private static List<Map<String, Object>> rules() {
        return Everything.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(MadeFiles.RULES))
                .map(file -> new Yaml().<Map<String, List<Map<String, Object>>>>load(file.getValue()))
                .flatMap(file -> Stream.ofNullable(file.get("groups")).flatMap(List::stream))
                .flatMap(group -> ((List<Map<String, Object>>) group.getOrDefault("rules", List.of())).stream())
                .toList();
    }
}

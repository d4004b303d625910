package dev.ponder.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.TopicSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/operations.md} says of retention is what the topics are laid with. */
class RetentionTableTest {

    private static final Pattern ROW = Pattern.compile("\\| `(reasoning\\.[^`]+)` \\| ([^|]+) \\| [^|]+ \\|");

    private record Row(Pattern topic, String kept) {}

    @Test
    void saysHowLongEachTopicIsKept() throws IOException {
        List<Row> rows = rows();
        List<TopicSpec> topics =
                new TopicPlan(List.of(TenantId.DEFAULT, new TenantId("acme")), List.of(new PoolId("main")), 1).specs();

        assertThat(topics)
                .allSatisfy(topic -> assertThat(rows)
                        .filteredOn(row -> row.topic().matcher(topic.name()).matches())
                        .as(topic.name())
                        .extracting(Row::kept)
                        .containsExactly(kept(topic.configs())));
        assertThat(rows)
                .allSatisfy(row -> assertThat(topics)
                        .as(row.toString())
                        .anyMatch(topic -> row.topic().matcher(topic.name()).matches()));
    }

    private static String kept(Map<String, String> configs) {
        String retention = configs.getOrDefault("retention.ms", "");
        return switch (configs.getOrDefault("cleanup.policy", "")) {
            case "delete" -> retention.equals("-1") ? "not dropped by age or size" : words(retention);
            case "compact,delete" -> "the last of each key, " + words(retention);
            case "compact" ->
                "the last of each key; replaced ones are compacted after "
                        + words(configs.getOrDefault("max.compaction.lag.ms", ""));
            default -> "unknown";
        };
    }

    private static String words(String millis) {
        Duration duration = Duration.ofMillis(Long.parseLong(millis));
        boolean days = duration.toHours() % 24 == 0;
        long count = days ? duration.toDays() : duration.toHours();
        return count + (days ? " day" : " hour") + (count == 1 ? "" : "s");
    }

    private static List<Row> rows() throws IOException {
        String page = Files.readString(ModulePoms.root().resolve("docs/operations.md"));
        String section = page.substring(0, page.indexOf("## Tenants and access"));
        return ROW.matcher(section)
                .results()
                .map(match -> new Row(topics(match.group(1)), match.group(2)))
                .toList();
    }

    private static Pattern topics(String written) {
        return Pattern.compile(written.replace("[.<tenant>]", "(\\.[a-z0-9-]+)?")
                .replace("<pool>", "[a-z0-9-]+")
                .replace("<class>", "[a-z]+"));
    }
}

package dev.ponder.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.dashboards.file.MadeFiles;
import dev.ponder.dashboards.panel.Dashboard;
import dev.ponder.dashboards.panel.Placed;
import dev.ponder.dashboards.panel.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeFilesTest {

    @Test
    void areThoseThatTheRepositoryHolds() throws IOException {
        Map<String, String> made = Everything.files();

        assertThat(there())
                .as("files of dashboards and rules; ./ponder dashboards writes them")
                .isEqualTo(made.keySet().stream()
                        .filter(name -> name.startsWith("helm/"))
                        .collect(Collectors.toSet()));
        assertThat(made)
                .allSatisfy((name, text) -> assertThat(Repository.ROOT.resolve(name))
                        .as("%s is as made; ./ponder dashboards writes it anew", name)
                        .hasContent(text));
    }

    @Test
    void takeThePlaceOfOlderOnesAndOfNothingElse(@TempDir Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve(MadeFiles.DASHBOARDS));
        Path old = folder.resolve("ponder-old.json");
        Path others = folder.resolve("README.md");
        Files.writeString(old, "{}");
        Files.writeString(others, "somebody else's");

        DashboardsMain.main(new String[] {root.toString()});

        assertThat(old).doesNotExist();
        assertThat(others).exists();
        assertThat(root.resolve("helm/ponder/rules/ponder-alerts.yaml")).isNotEmptyFile();
    }

    @Test
    void askSixtyQueriesOnEightDashboards() {
        List<Query> queries = Everything.dashboards().stream()
                .flatMap(one -> one.panels().stream())
                .flatMap(placed -> placed.panel().queries().stream())
                .toList();

        assertThat(Everything.dashboards())
                .extracting(Dashboard::uid)
                .doesNotHaveDuplicates()
                .hasSize(8);
        assertThat(queries).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void nameEachPanelOfADashboardOnce() {
        assertThat(Everything.dashboards())
                .allSatisfy(dashboard -> assertThat(dashboard.panels())
                        .extracting(Placed::panel)
                        .extracting(panel -> panel.words().title())
                        .doesNotHaveDuplicates());
    }

    @Test
    void showAPictureOfEachDashboard() {
        assertThat(Everything.dashboards())
                .allSatisfy(
                        dashboard -> assertThat(Repository.ROOT.resolve("docs/dashboards/" + dashboard.uid() + ".png"))
                                .exists());
    }

    private static Set<String> there() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String folder : List.of(MadeFiles.DASHBOARDS, MadeFiles.RULES)) {
            try (Stream<Path> files = Files.list(Repository.ROOT.resolve(folder))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.startsWith("ponder-"))
                        .forEach(name -> names.add(folder + name));
            }
        }
        return names;
    }
}

package dev.ponder.dashboards;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ponder.dashboards.file.MadeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grafana's published types take our dashboards: what Java's types do not know of. Needs node, npm and the check that PONDER_TOOLS names. */
class SchemaTest {

    /** The check asks the SDK for a type that it has for no bar gauge; what it says of their other parts counts. */
    private static final String GAP = "bargauge\"' has no exported member 'FieldConfig'.";

    @Test
    void isThatOfTheGrafanaFoundationSdk(@TempDir Path folder) throws Exception {
        copyTo(folder, checker());

        List<String> said = check(folder, dashboards());

        assertThat(said.stream().filter(line -> line.endsWith(" problems")))
                .hasSize(dashboards().size());
        assertThat(said).filteredOn(line -> !line.endsWith(" problems")).allMatch(line -> line.endsWith(GAP));
    }

    @Test
    void isNotThatOfADashboardWithAMistake(@TempDir Path folder) throws Exception {
        copyTo(folder, checker());
        String wrong = requireNonNull(dashboards().get("ponder-queue.json"))
                .replace("\"displayMode\" : \"list\"", "\"displayMode\" : \"heap\"");

        List<String> said = check(folder, Map.of("ponder-queue.json", wrong));

        assertThat(said).anyMatch(line -> line.contains("heap"));
    }

    private static Map<String, String> dashboards() {
        Map<String, String> files = new TreeMap<>();
        Everything.files().forEach((name, text) -> {
            if (name.startsWith(MadeFiles.DASHBOARDS)) {
                files.put(name.substring(MadeFiles.DASHBOARDS.length()), text);
            }
        });
        return files;
    }

    private static List<String> check(Path folder, Map<String, String> files) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", "check.mjs"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
            command.add(file.getKey());
        }
        return Repository.run(folder, command.toArray(String[]::new))
                .said()
                .lines()
                .toList();
    }

    private static Path checker() {
        Optional<Path> check = Optional.ofNullable(System.getenv("PONDER_TOOLS"))
                .map(tools -> Path.of(tools, "dashboards", "check"))
                .filter(folder -> Files.isReadable(folder.resolve("check.mjs")));
        assumeTrue(check.isPresent(), "PONDER_TOOLS names no type check of dashboards: not run");
        assumeTrue(Repository.has("node") && Repository.has("npm"), "node and npm are not on the PATH: not run");
        return check.orElseThrow();
    }

    /** With its libraries, which are fetched where they do not lie beside it. */
    private static void copyTo(Path folder, Path check) throws IOException, InterruptedException {
        for (String file : List.of("check.mjs", "package.json")) {
            Files.write(folder.resolve(file), Files.readAllBytes(check.resolve(file)));
        }
        Path libraries = check.resolve("node_modules");
        if (Files.isDirectory(libraries)) {
            Files.createSymbolicLink(folder.resolve("node_modules"), libraries.toAbsolutePath());
            return;
        }
        Repository.Ended fetched =
                Repository.run(folder, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund");
        assumeTrue(fetched.code() == 0, "npm could not fetch the type check's libraries: not run");
    }
}

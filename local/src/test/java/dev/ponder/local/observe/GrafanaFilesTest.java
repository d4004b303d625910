package dev.ponder.local.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What is written for Grafana; that one reads it so was not seen, since none can be had where this is built. */
class GrafanaFilesTest {

    @TempDir
    private Path dir;

    @Test
    void provisionsTheRunningPrometheusAndTheDashboards() throws IOException {
        GrafanaFiles files =
                new GrafanaFiles(dir, 3001, "http://127.0.0.1:9091", Path.of("/src/helm/ponder/dashboards"));

        Path ini = files.write();

        assertThat(first("datasources", "datasources"))
                .containsEntry("type", "prometheus")
                .containsEntry("url", "http://127.0.0.1:9091")
                .containsEntry("isDefault", true);
        assertThat(first("dashboards", "providers"))
                .containsEntry("type", "file")
                .containsEntry("options", Map.of("path", "/src/helm/ponder/dashboards"));
        assertThat(Files.readAllLines(ini))
                .contains(
                        "http_addr = 127.0.0.1",
                        "http_port = 3001",
                        "data = " + dir.resolve("data"),
                        "provisioning = " + dir.resolve("provisioning"),
                        "reporting_enabled = false");
    }

    private Map<String, Object> first(String kind, String list) throws IOException {
        String text = Files.readString(dir.resolve("provisioning").resolve(kind).resolve("ponder.yaml"));
        Map<String, List<Map<String, Object>>> file = new Yaml().load(text);
        return file.getOrDefault(list, List.of()).getFirst();
    }

    @Test
    void callsGrafanaAsItIsLaid() throws IOException {
        Path program = executable("archive/bin/grafana");
        Files.createDirectories(dir.resolve("archive/conf"));
        Files.createFile(dir.resolve("archive/conf/defaults.ini"));
        Path older = executable("brew/bin/grafana-server");
        Files.createDirectories(dir.resolve("brew/share/grafana/conf"));
        Files.createFile(dir.resolve("brew/share/grafana/conf/defaults.ini"));
        Path ini = dir.resolve("grafana.ini");

        assertThat(GrafanaCommand.of(program, ini))
                .containsExactly(
                        program.toString(),
                        "server",
                        "--homepath",
                        dir.resolve("archive").toRealPath().toString(),
                        "--config",
                        ini.toString());
        assertThat(GrafanaCommand.of(older, ini))
                .containsExactly(
                        older.toString(),
                        "--homepath",
                        dir.resolve("brew/share/grafana").toRealPath().toString(),
                        "--config",
                        ini.toString());
    }

    @Test
    void findsWhatIsInstalledByItsFirstName() throws IOException {
        Path older = executable("one/grafana-server");
        Path newer = executable("two/grafana");
        Installed installed = new Installed(List.of(dir.resolve("one"), dir.resolve("two")));

        assertThat(installed.find("grafana", "grafana-server")).contains(newer);
        assertThat(installed.find("grafana-server")).contains(older);
        assertThat(installed.find("prometheus")).isEmpty();
    }

    private Path executable(String name) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        Files.createFile(file);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}

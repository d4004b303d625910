package dev.ponder.local.observe;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Grafana is told: to serve the loopback alone, to ask this Prometheus, to show these dashboards, and to call nobody.
 *
 * @param home where its files go; made when missing
 * @param port where it serves
 * @param prometheus the address of the Prometheus, with its scheme
 * @param dashboards the folder of the dashboards' JSON
 */
record GrafanaFiles(Path home, int port, String prometheus, Path dashboards) {

    GrafanaFiles {
        requireNonNull(home, "home is null");
        requireNonNull(prometheus, "prometheus is null");
        requireNonNull(dashboards, "dashboards is null");
    }

    /** Writes all of them; says where the one is that names the others. */
    Path write() throws IOException {
        Path provisioning = home.resolve("provisioning");
        // It complains of each kind that has no folder.
        for (String kind : List.of("datasources", "dashboards", "plugins", "alerting")) {
            Files.createDirectories(provisioning.resolve(kind));
        }
        Files.writeString(provisioning.resolve("datasources").resolve("ponder.yaml"), source());
        Files.writeString(provisioning.resolve("dashboards").resolve("ponder.yaml"), provider());
        Path ini = home.resolve("grafana.ini");
        Files.writeString(ini, settings(provisioning));
        return ini;
    }

    private String settings(Path provisioning) {
        return """
                [server]
                http_addr = 127.0.0.1
                http_port = %d
                [paths]
                data = %s
                logs = %s
                plugins = %s
                provisioning = %s
                [analytics]
                reporting_enabled = false
                check_for_updates = false
                check_for_plugin_updates = false
                [plugins]
                preinstall_disabled = true
                [security]
                disable_initial_admin_creation = true
                [auth]
                disable_login_form = true
                [auth.anonymous]
                enabled = true
                org_role = Editor
                [log]
                mode = console
                level = warn
                """.formatted(port, home.resolve("data"), home.resolve("logs"), home.resolve("plugins"), provisioning);
    }

    private String source() {
        return """
                apiVersion: 1
                datasources:
                  - name: Prometheus
                    type: prometheus
                    uid: prometheus
                    access: proxy
                    url: %s
                    isDefault: true
                    editable: false
                    jsonData: {timeInterval: 5s}
                """.formatted(prometheus);
    }

    private String provider() {
        return """
                apiVersion: 1
                providers:
                  - name: ponder
                    type: file
                    folder: Ponder
                    allowUiUpdates: false
                    options: {path: '%s'}
                """.formatted(dashboards.toString().replace("'", "''"));
    }
}

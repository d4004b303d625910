package dev.ponder.cluster.shards;

import dev.ponder.cluster.site.Said;
import dev.ponder.cluster.site.Site;
import dev.ponder.local.launch.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The chart of model serving in a namespace.
 *
 * @param site where it is installed
 */
record ShardsChart(Site site) {

    private static final List<String> HUB = List.of("--set", "source.endpoint=https://hub.example.invalid");

    private static Path folder() {
        return Checkout.current().root().resolve("helm/ponder/charts/shards");
    }

    /** Installs or upgrades a release with a profile's values, which stand in a file of its name. */
    Said install(String release, String profile, String... more) {
        return call(List.of("upgrade", "--install", release), profile, more);
    }

    /** Renders without a cluster. */
    Said template(String profile, String... more) {
        return call(List.of("template", "r"), profile, more);
    }

    Said lint(String profile) {
        List<String> arguments = new ArrayList<>(List.of("lint", folder().toString(), "--strict"));
        arguments.addAll(values(profile));
        return site.cluster().helm(arguments);
    }

    private Said call(List<String> verb, String profile, String... more) {
        List<String> arguments = new ArrayList<>(verb);
        arguments.add(folder().toString());
        arguments.addAll(values(profile));
        arguments.addAll(List.of(more));
        return site.helm(arguments.toArray(String[]::new));
    }

    private static List<String> values(String profile) {
        List<String> values = new ArrayList<>(List.of(
                "--values",
                folder().resolve("profiles").resolve(profile + ".yaml").toString()));
        values.addAll(HUB);
        return values;
    }
}

package dev.ponder.cluster.chart;

import dev.ponder.cluster.site.Said;
import dev.ponder.local.launch.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The chart of this checkout, and helm to work on it.
 *
 * @param helm calls helm with arguments
 */
record Chart(Function<List<String>, Said> helm) {

    /** The names of the values in {@code ci}. */
    static final List<String> PROFILES = List.of("minimal", "edge", "distributed", "mixed", "keda", "hpa", "secured");

    static Path folder() {
        return Checkout.current().root().resolve("helm").resolve("ponder");
    }

    static Path profile(String name) {
        return folder().resolve("ci").resolve(name + ".yaml");
    }

    /** What helm makes of a profile and more arguments, as for a release {@code demo}. */
    Said template(String profile, String... more) {
        return call(
                "template",
                List.of(
                        "demo",
                        folder().toString(),
                        "--values",
                        profile(profile).toString()),
                more);
    }

    /** The objects of a profile. */
    Rendered rendered(String profile, String... more) {
        return Rendered.of(template(profile, more).orFail());
    }

    /** What somebody who installs a profile is told to do next. */
    String notes(String profile, String... more) {
        String said = call(
                        "install",
                        List.of(
                                "demo",
                                folder().toString(),
                                "--dry-run=client",
                                "--values",
                                profile(profile).toString()),
                        more)
                .orFail();
        return said.substring(said.indexOf("NOTES:"));
    }

    Said lint(String profile) {
        return call(
                "lint",
                List.of(
                        folder().toString(),
                        "--strict",
                        "--values",
                        profile(profile).toString()));
    }

    private Said call(String command, List<String> first, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(first);
        arguments.addAll(List.of(more));
        return helm.apply(arguments);
    }
}

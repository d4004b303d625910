package dev.ponder.models.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which layer is kept in which precision. Of rules that hold the last counts.
 *
 * @param base where no rule holds
 * @param rules exceptions
 */
public record Mix(String base, List<LayerRule> rules) {

    public Mix {
        requireNonNull(base, "base is missing; write the precision of all layers that no rule names");
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** One precision for all layers. */
    public static Mix of(String precision) {
        return new Mix(precision, List.of());
    }

    /**
     * Reads one from YAML.
     *
     * @throws IOException if it can't be read, or is none; the message names line and key
     */
    public static Mix read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Yaml.read(file.toString(), in, Mix.class);
        }
    }

    /** What a block of a layer is kept in. */
    public String of(int layer, Block block) {
        @Nullable String last = null;
        for (LayerRule rule : rules) {
            if (rule.holds(layer, block)) {
                last = rule.precision();
            }
        }
        return last == null ? base : last;
    }

    /** All precisions that it names, the base first. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        names.add(base);
        rules.forEach(rule -> names.add(rule.precision()));
        return names;
    }

    /** Whether layers differ. */
    public boolean isMixed() {
        return names().size() > 1;
    }

    @Override
    public String toString() {
        return String.join("+", names());
    }
}

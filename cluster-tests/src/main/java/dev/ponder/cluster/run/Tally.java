package dev.ponder.cluster.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All checks so far; each is told of as it comes. One thread at a time. */
final class Tally {

    private final List<Checked> all = new ArrayList<>();
    private final Consumer<String> say;

    /** An empty tally that says a line a check. */
    Tally(Consumer<String> say) {
        this.say = say;
    }

    void add(Checked checked) {
        all.add(checked);
        say.accept(checked.line());
    }

    /** How many were tried. */
    long checks() {
        return all.size() - skipped();
    }

    long failed() {
        return all.stream()
                .filter(one -> one.outcome() instanceof Outcome.Failed)
                .count();
    }

    long skipped() {
        return all.stream()
                .filter(one -> one.outcome() instanceof Outcome.Skipped)
                .count();
    }

    /** {@code checks}, {@code failed}, {@code skipped}, and what checks measured. */
    Map<String, Number> metrics() {
        Map<String, Number> metrics = new LinkedHashMap<>();
        metrics.put("checks", checks());
        metrics.put("failed", failed());
        metrics.put("skipped", skipped());
        all.forEach(one -> metrics.putAll(one.figures()));
        return metrics;
    }

    List<Map<String, Object>> rows() {
        return all.stream().map(Checked::row).toList();
    }

    /** The last line. */
    String sum() {
        return "%d checks, %d failed, %d skipped".formatted(checks(), failed(), skipped());
    }
}

package dev.ponder.bench.conformance;

import dev.ponder.bench.conformance.cases.Case;
import dev.ponder.bench.conformance.cases.Suite;
import dev.ponder.bench.server.NoServerException;
import dev.ponder.bench.server.Target;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drives servers of one kind through all cases. */
public final class CaseRun {

    private CaseRun() {}

    /** Starts a server. */
    @FunctionalInterface
    public interface Starter {

        /** Starts one. */
        Target start() throws IOException, InterruptedException, NoServerException;
    }

    /** Runs the cases in their order, the last of them on a server of their own, which they end. */
    public static Observations of(Starter starter) throws IOException, InterruptedException, NoServerException {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (List<Case> cases : List.of(Suite.running(), Suite.leaving())) {
            try (Target target = starter.start()) {
                for (Case one : cases) {
                    lines.put(one.name(), observe(one, target));
                }
            }
        }
        return new Observations(lines);
    }

    /** A case that breaks is an observation too: one bad case must not hide the others. */
    private static List<String> observe(Case one, Target target) throws InterruptedException {
        try {
            return one.probe().observe(target);
        } catch (IOException | RuntimeException broken) {
            return List.of("the case broke: " + broken);
        }
    }
}

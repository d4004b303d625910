package dev.ponder.bench.conformance.cases;

import static java.util.Objects.requireNonNull;

import dev.ponder.bench.server.Target;
import java.io.IOException;
import java.util.List;

/**
 * One thing that a server does, or that our client makes of it.
 *
 * @param name what it is about; unique
 * @param probe drives the server
 */
public record Case(String name, Probe probe) {

    public Case {
        requireNonNull(name, "name is null");
        requireNonNull(probe, "probe is null");
    }

    /** Drives a server and notes what it saw. */
    @FunctionalInterface
    public interface Probe {

        /** Gives lines that are the same at each run against the same kind of server. */
        List<String> observe(Target target) throws IOException, InterruptedException;
    }
}

package dev.ponder.local.launch;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/** How a program says that it serves. */
sealed interface Readiness {

    /** It prints a line that begins so. */
    record Announced(String prefix) implements Readiness {

        /** What the broker and the shard print. */
        static final Announced JSON = new Announced("{\"ready\":true");

        public Announced {
            requireNonNull(prefix, "prefix is null");
        }
    }

    /** A GET there answers 200. */
    record Healthy(URI address) implements Readiness {

        public Healthy {
            requireNonNull(address, "address is null");
        }

        /** The readiness of a Quarkus service. */
        static Healthy onPort(int port) {
            return new Healthy(URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
        }
    }
}

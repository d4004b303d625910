package dev.ponder.local.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks of the broker process.
 *
 * @param dir home of the log
 * @param ports wanted ports, {@link BrokerPorts#ANY} where it does not matter
 * @param parent process with which the broker ends
 * @param overrides broker keys to set
 */
record BrokerArguments(Path dir, BrokerPorts ports, Optional<Long> parent, Map<String, String> overrides) {

    static final String USAGE =
            "--dir DIR [--port N] [--controller-port N] [--parent PID] [--set KEY=VALUE]...; port 0 or none: the last one, else a free one";

    /** Reads {@code --name value} pairs; an unknown name or a missing value is an error that shows the usage. */
    static BrokerArguments parse(String... arguments) {
        Map<String, String> named = new HashMap<>();
        Map<String, String> overrides = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            if (value.isEmpty()) {
                throw new IllegalArgumentException(arguments[i] + " has no value. Usage: " + USAGE);
            }
            switch (arguments[i]) {
                case "--dir", "--port", "--controller-port", "--parent" -> named.put(arguments[i], value);
                case "--set" -> override(value, overrides);
                default -> throw new IllegalArgumentException("unknown " + arguments[i] + ". Usage: " + USAGE);
            }
        }
        return from(named, overrides);
    }

    private static BrokerArguments from(Map<String, String> named, Map<String, String> overrides) {
        String dir = named.get("--dir");
        if (dir == null) {
            throw new IllegalArgumentException("--dir is missing. Usage: " + USAGE);
        }
        BrokerPorts ports = new BrokerPorts(
                Integer.parseInt(named.getOrDefault("--port", "0")),
                Integer.parseInt(named.getOrDefault("--controller-port", "0")));
        return new BrokerArguments(
                Path.of(dir), ports, Optional.ofNullable(named.get("--parent")).map(Long::valueOf), overrides);
    }

    private static void override(String pair, Map<String, String> overrides) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("--set wants KEY=VALUE: " + pair);
        }
        overrides.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
}

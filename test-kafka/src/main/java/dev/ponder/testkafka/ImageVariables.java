package dev.ponder.testkafka;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Broker keys as the start script of the official image reads them from its environment. */
final class ImageVariables {

    private static final String PREFIX = "KAFKA_";

    private ImageVariables() {}

    static Map<String, String> of(Map<String, String> keys) {
        return keys.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(key -> variable(key.getKey()), Map.Entry::getValue));
    }

    private static String variable(String key) {
        return PREFIX
                + key.replace("_", "__").replace("-", "___").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}

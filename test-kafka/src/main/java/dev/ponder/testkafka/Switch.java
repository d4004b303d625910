package dev.ponder.testkafka;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * How the tests were called; a system property wins over the variable of the environment.
 *
 * @param wish {@code ponder.parts} or {@code PONDER_PARTS}
 * @param image {@code ponder.kafka.image} or {@code PONDER_KAFKA_IMAGE}: one laid out like the official image, which is the default
 *     in the version of our client
 * @param cleaned whether containers are removed without Testcontainers' own cleaner, so that its image is not needed
 */
record Switch(Wish wish, String image, boolean cleaned) {

    private static final String OFFICIAL = "apache/kafka";

    Switch {
        requireNonNull(wish, "wish is null");
        requireNonNull(image, "image is null");
    }

    static Switch of(Map<String, String> environment, Map<Object, Object> properties) {
        String image = told("ponder.kafka.image", "PONDER_KAFKA_IMAGE", environment, properties);
        return new Switch(
                Wish.of(told("ponder.parts", "PONDER_PARTS", environment, properties)),
                image.isEmpty() ? OFFICIAL + ":" + AppInfoParser.getVersion() : image,
                Boolean.parseBoolean(environment.get("TESTCONTAINERS_RYUK_DISABLED")));
    }

    private static String told(
            String property, String variable, Map<String, String> environment, Map<Object, Object> properties) {
        Object set = properties.get(property);
        return set == null ? environment.getOrDefault(variable, "") : set.toString();
    }
}

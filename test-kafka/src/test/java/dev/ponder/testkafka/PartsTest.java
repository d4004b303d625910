package dev.ponder.testkafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static final String IMAGE = "apache/kafka:9.9";
    private static final String CLEANER = "testcontainers/ryuk:1";

    @Test
    void takesContainersByItselfWhereNothingMustBeDownloaded() {
        assertThat(auto(false, Set.of(IMAGE, CLEANER))).isEqualTo(new Parts.Containers(IMAGE));
        assertThat(auto(true, Set.of(IMAGE))).isEqualTo(new Parts.Containers(IMAGE));
    }

    @Test
    void saysWhatIsMissingForContainers() {
        assertThat(auto(true, Set.of()).told()).contains("embedded", "has no image " + IMAGE);
        assertThat(auto(false, Set.of(IMAGE)).told()).contains("embedded", "has no image testcontainers/ryuk:");
        assertThat(Parts.choose(new Switch(Wish.AUTO, IMAGE, true), Optional::empty)
                        .told())
                .isEqualTo("Kafka for tests: embedded (no Docker engine answers)");
    }

    @Test
    void asksNoEngineWhereItWasTold() {
        Parts containers = Parts.choose(new Switch(Wish.CONTAINERS, IMAGE, false), PartsTest::nobodyAsks);
        Parts embedded = Parts.choose(new Switch(Wish.EMBEDDED, IMAGE, false), PartsTest::nobodyAsks);

        assertThat(containers.told()).isEqualTo("Kafka for tests: containers of " + IMAGE);
        assertThat(embedded.told()).isEqualTo("Kafka for tests: embedded (as asked)");
    }

    @Test
    void takesAPropertyBeforeTheEnvironment() {
        Map<String, String> environment = Map.of(
                "PONDER_PARTS", "containers", "PONDER_KAFKA_IMAGE", "a:1", "TESTCONTAINERS_RYUK_DISABLED", "true");

        Switch plain = Switch.of(Map.of(), Map.of());
        Switch told = Switch.of(environment, Map.of());
        Switch overruled = Switch.of(environment, Map.of("ponder.parts", "Embedded", "ponder.kafka.image", "b:2"));

        assertThat(plain.wish()).isEqualTo(Wish.AUTO);
        assertThat(plain.image()).matches("apache/kafka:[0-9.]+");
        assertThat(told).isEqualTo(new Switch(Wish.CONTAINERS, "a:1", true));
        assertThat(overruled).isEqualTo(new Switch(Wish.EMBEDDED, "b:2", true));
    }

    @Test
    void refusesAnotherWord() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Switch.of(Map.of("PONDER_PARTS", "docker"), Map.of()))
                .withMessageContaining("PONDER_PARTS")
                .withMessageContaining("docker");
    }

    private static Parts auto(boolean cleaned, Set<String> images) {
        return Parts.choose(new Switch(Wish.AUTO, IMAGE, cleaned), () -> Optional.of(images));
    }

    private static Optional<Set<String>> nobodyAsks() {
        throw new AssertionError("asked the engine");
    }
}

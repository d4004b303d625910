package dev.ponder.testkafka;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Which Kafka the tests of this JVM run on. */
sealed interface Parts {

    /** What Testcontainers removes containers with, where it is not switched off. */
    String CLEANER = "testcontainers/ryuk:";

    /** Kafka in containers of an image. */
    record Containers(String image) implements Parts {

        public Containers {
            requireNonNull(image, "image is null");
        }

        @Override
        public String told() {
            return "Kafka for tests: containers of " + image;
        }
    }

    /** A broker in the test's own JVM, and why. */
    record Embedded(String why) implements Parts {

        public Embedded {
            requireNonNull(why, "why is null");
        }

        @Override
        public String told() {
            return "Kafka for tests: embedded (" + why + ")";
        }
    }

    /** Says it in a line. */
    String told();

    /**
     * Decides. By itself it takes containers only where nothing must be downloaded.
     *
     * @param images the tags that the engine has, empty where none answers; asked only where it matters
     */
    static Parts choose(Switch asked, Supplier<Optional<Set<String>>> images) {
        return switch (asked.wish()) {
            case CONTAINERS -> new Containers(asked.image());
            case EMBEDDED -> new Embedded("as asked");
            case AUTO ->
                images.get()
                        .map(there -> withoutDownload(asked, there))
                        .orElseGet(() -> new Embedded("no Docker engine answers"));
        };
    }

    private static Parts withoutDownload(Switch asked, Set<String> there) {
        if (!there.contains(asked.image())) {
            return new Embedded(
                    "the Docker engine has no image " + asked.image() + "; PONDER_PARTS=containers pulls it");
        }
        if (!asked.cleaned() && there.stream().noneMatch(tag -> tag.startsWith(CLEANER))) {
            return new Embedded(
                    "the Docker engine has no image " + CLEANER
                            + "…, Testcontainers' cleaner; PONDER_PARTS=containers pulls it, TESTCONTAINERS_RYUK_DISABLED=true does without");
        }
        return new Containers(asked.image());
    }
}

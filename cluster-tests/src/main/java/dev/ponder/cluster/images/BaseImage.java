package dev.ponder.cluster.images;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The base image that checks put images on. */
final class BaseImage {

    private static final String NAMED = "PONDER_BASE_IMAGE";

    private BaseImage() {}

    /** Its reference; the class is skipped where nobody names one. */
    static String orSkip() {
        Optional<String> base = Optional.ofNullable(System.getenv(NAMED)).filter(name -> !name.isBlank());
        Assumptions.assumeTrue(
                base.isPresent(),
                NAMED + " names no image with a JRE 25 (a reference, tar://FILE or docker://REFERENCE)");
        return base.orElseThrow();
    }
}

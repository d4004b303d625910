package dev.ponder.cluster.run;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the listener is tried on; surefire does not take it for a test of its own. */
final class ToyChecks {

    private ToyChecks() {}

    @Tag("toy")
    static final class Mixed {

        @Test
        void holds(TestReporter reporter) {
            reporter.publishEntry("wake_s", "0.25");
        }

        @Test
        void fails() {
            Assertions.fail("three pods, not two");
        }

        @Test
        void isNotTried() {
            assumeTrue(false, "no KEDA");
        }

        @ParameterizedTest
        @ValueSource(strings = {"edge", "mixed"})
        void takesAProfile(String profile) {
            Assertions.assertFalse(profile.isEmpty());
        }
    }

    @Tag("toy")
    static final class Groundless {

        @BeforeAll
        static void lay() {
            Assertions.fail("no broker");
        }

        @Test
        void isForgottenByNobody() {
            Assertions.fail("is never begun");
        }

        @ParameterizedTest
        @ValueSource(strings = {"edge", "mixed"})
        void norIsOneOfManyProfiles(String profile) {
            Assertions.fail("is never begun with " + profile);
        }
    }

    @Tag("toy")
    static final class Unwanted {

        @BeforeAll
        static void lay() {
            assumeTrue(false, "no base image");
        }

        @ParameterizedTest
        @ValueSource(strings = {"router", "cache"})
        void readsAnImage(String name) {
            Assertions.fail("is never begun with " + name);
        }
    }
}

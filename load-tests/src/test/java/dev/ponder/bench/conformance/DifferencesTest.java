package dev.ponder.bench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final Observations EXPECTED =
            new Observations(Map.of("ready", List.of("OK"), "version", List.of("2.51.0")));

    @Test
    void findsWhatNoReasonIsWrittenDownFor() {
        Observations seen = new Observations(Map.of("ready", List.of("UNAVAILABLE"), "version", List.of("ours")));

        Differences differences = Differences.between(EXPECTED, seen, Map.of("version", "It says what it is."));

        assertThat(differences.found())
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("ready"));
        assertThat(differences.listed())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo("It says what it is."));
    }

    @Test
    void namesAReasonThatIsNeededNoMore() {
        Differences differences = Differences.between(EXPECTED, EXPECTED, Map.of("ready", "It was otherwise once."));

        assertThat(differences.stale()).containsExactly("ready");
        assertThat(differences.found()).isEmpty();
    }

    @Test
    void countsACaseThatWasNeverRecorded() {
        Observations seen = new Observations(Map.of("a new case", List.of("OK")));

        Differences differences = Differences.between(EXPECTED, seen, Map.of());

        assertThat(differences.found()).hasSize(1);
    }
}

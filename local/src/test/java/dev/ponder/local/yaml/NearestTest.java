package dev.ponder.local.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KEYS = List.of("fixed-month", "replica-hour", "tokens-a-second", "name");

    @Test
    void findsAKeyInAnotherSpelling() {
        assertThat(Nearest.to("Replica_Hour", KEYS)).isEqualTo("replica-hour");
        assertThat(Nearest.to("tokensPerSecond", KEYS)).isEqualTo("tokens-a-second");
        assertThat(Nearest.to("", KEYS)).isEqualTo("name");
    }

    @Property
    void findsAKeyWithOneLetterTooMuch(
            @ForAll @IntRange(max = 3) int key,
            @ForAll @IntRange(max = 4) int at,
            @ForAll @AlphaChars @StringLength(1) String letter) {
        String meant = KEYS.get(key);
        String written = meant.substring(0, at) + letter + meant.substring(at);

        assertThat(Nearest.to(written, KEYS)).isEqualTo(meant);
    }
}

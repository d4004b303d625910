package dev.ponder.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.contracts.deadletter.DeadLetter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void listsALetterOnOneLine() {
        String line = Listed.of(Letters.ofRequest("order-7")).line();

        assertThat(line)
                .isEqualTo(
                        "reasoning.dead-letters.acme-1-7  2026-02-01T12:00:00Z  wrong_type  "
                                + "input_text: input_text is not a text; send one.  (from reasoning.requests.acme-3-55, 18 bytes)");
    }

    @Test
    void listsALetterWithoutHeaders() {
        String line = Listed.of(Letters.with(Letters.PLACE, Map.of())).line();

        assertThat(line).contains("unknown  No reason is given.  (from unknown, 18 bytes)");
    }

    @Test
    void keepsTheListSmallWhateverHeadersSay() {
        Letter hostile = Letters.with(
                Letters.PLACE, Map.of(DeadLetter.REASON, "a".repeat(1_000_000), DeadLetter.OMITTED_BYTES, "many"));

        Listed listed = Listed.of(hostile);

        assertThat(listed.line()).hasSizeLessThan(500).contains("payload of 0 bytes left out");
    }

    @Test
    void writesJsonThatATerminalCannotObey() {
        Letter hostile = Letters.with(Letters.PLACE, Map.of(DeadLetter.REASON, "\u001b[2J\u009b\u202eé"));

        String line = ListedJson.of(Listed.of(hostile));

        assertThat(line)
                .contains("\"reason\":\"\\u001B[2J\\u009B\\u202E\\u00E9\"")
                .contains("\"payload\":true");
    }

    @Test
    void keepsTheNewestInOrder() {
        Newest newest = new Newest(2);

        LongStream.of(3, 1, 2)
                .forEach(offset ->
                        newest.add(Listed.of(Letters.with(new Place("reasoning.dead-letters", 0, offset), Map.of()))));

        assertThat(newest.inOrder())
                .extracting(letter -> letter.place().offset())
                .containsExactly(2L, 3L);
        assertThat(newest.dropped()).isEqualTo(1);
    }

    @Test
    void showsWhatAValueIsMadeOfAndNothingThatItSays() {
        String value =
                "{\"messages\":[{\"role\":\"user\",\"content\":\"secret\"}],\"n\":42,\"stream\":true,\"x\":null}";

        List<String> lines = Structure.of(value.getBytes(UTF_8));

        assertThat(lines)
                .containsExactly(
                        "{",
                        "  messages: [",
                        "    {",
                        "      role: <text of 4 characters>",
                        "      content: <text of 6 characters>",
                        "    }",
                        "  ]",
                        "  n: <number>",
                        "  stream: <true or false>",
                        "  x: null",
                        "}");
    }

    @Test
    void saysWhereAValueStopsToBeJson() {
        List<String> lines = Structure.of("{\"id\":\"a\", secret".getBytes(UTF_8));

        assertThat(lines)
                .startsWith("{", "  id: <text of 1 characters>")
                .last()
                .asString()
                .contains("no JSON from line 1");
        assertThat(lines).noneMatch(line -> line.contains("secret"));
    }

    @Test
    void stopsInALargeValue() {
        List<String> lines = Structure.of(("[" + "[],".repeat(3_000_000) + "[]]").getBytes(UTF_8));

        assertThat(lines).hasSize(201).last().asString().endsWith("(and more)");
    }

    @Property(tries = 200)
    void showsAnyBytes(@ForAll byte[] value) {
        assertThat(Structure.of(value)).hasSizeLessThanOrEqualTo(201);
    }

    @Test
    void masksHeadersThatMayHoldSecrets() {
        Letter letter = Letters.ofRequest("order-7");

        assertThat(ShownHeaders.of(letter.headers(), false))
                .contains("authorization: <11 bytes>", "dead-letter-code: wrong_type");
        assertThat(ShownHeaders.of(letter.headers(), true)).contains("authorization: Bearer hush");
    }

    @Test
    void readsPlacesOfTopicsWithDashes() {
        Place place = Place.parse("reasoning.dead-letters.acme-2-0-12");

        assertThat(place).isEqualTo(new Place("reasoning.dead-letters.acme-2", 0, 12));
        assertThatThrownBy(() -> Place.parse("reasoning.dead-letters")).hasMessageContaining("TOPIC-PARTITION-OFFSET");
    }

    @Test
    void readsAgesAndInstants() {
        Clock noon = Clock.fixed(Letters.AT, ZoneOffset.UTC);

        assertThat(Since.parse("2h", noon).instant()).isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
        assertThat(Since.parse("2026-01-01T00:00:00Z", noon).instant())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }
}

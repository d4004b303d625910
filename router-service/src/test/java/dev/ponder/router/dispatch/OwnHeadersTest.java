package dev.ponder.router.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.deadletter.DeadLetter;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class OwnHeadersTest {

    @Test
    void areKeptAsTheyCameTwiceAndEmptyOnesToo() {
        // Given
        Headers came = new RecordHeaders().add("ce_id", "a".getBytes(UTF_8)).add("x", null);
        came.add("ce_id", "b".getBytes(UTF_8));
        // When
        Headers kept = OwnHeaders.of(came);
        // Then
        assertThat(kept)
                .containsExactly(
                        new RecordHeader("ce_id", "a".getBytes(UTF_8)),
                        new RecordHeader("x", (byte[]) null),
                        new RecordHeader("ce_id", "b".getBytes(UTF_8)));
    }

    @Test
    void loseWhatOnlyADeadLetterMaySay() {
        // Given
        Headers came = new RecordHeaders().add("Dead-Letter-Topic", "reasoning.requests.other".getBytes(UTF_8));
        // When
        Headers kept = OwnHeaders.of(came);
        // Then
        assertThat(kept).isEmpty();
    }

    @Test
    void areLeftOutWhereTheyAreTooLarge() {
        // Given
        Headers came = new RecordHeaders().add("small", new byte[1]).add("large", new byte[40_000]);
        // When
        Headers kept = OwnHeaders.of(came);
        // Then
        assertThat(kept).containsExactly(new RecordHeader(DeadLetter.OMITTED_HEADER_BYTES, "40011".getBytes(UTF_8)));
    }
}

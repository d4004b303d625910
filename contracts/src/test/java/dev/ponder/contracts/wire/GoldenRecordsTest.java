package dev.ponder.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.result.Price;
import dev.ponder.contracts.result.Result;
import dev.ponder.contracts.work.Task;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenRecordsTest {

    private static final Price PRICE = Price.of(new Usage(31, 24, 18, 0), BigDecimal.ONE, BigDecimal.TWO, "USD");

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("task", "task", Task.class),
                Arguments.of("dispatched", "dispatched", Notice.class),
                Arguments.of("held", "held", Notice.class),
                Arguments.of("cancelled", "cancelled", Notice.class),
                Arguments.of("progress", "progress", Progress.class),
                Arguments.of("chunk", "chunk", Chunk.class),
                Arguments.of("chain", "chain", LearnedChain.class),
                Arguments.of("outcome-answered", "outcome", Notice.class),
                Arguments.of("outcome-cached", "outcome", Notice.class),
                Arguments.of("outcome-failed", "outcome", Notice.class),
                Arguments.of("outcome-failed-planned", "outcome", Notice.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void areWrittenAsTheyWereRead(String golden, String schema, Class<?> type)
            throws UnreadableException, JsonProcessingException {
        String json = Documents.golden(golden);

        byte[] written = Json.write(Json.read(json.getBytes(StandardCharsets.UTF_8), type));

        JsonNode again = Json.mapper().readTree(new String(written, StandardCharsets.UTF_8));
        assertThat(again).isEqualTo(Json.mapper().readTree(json));
        assertThat(Documents.complaints(schema, json)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void areRefusedInAnotherVersion(String golden, String schema, Class<?> type) {
        String json = Documents.golden(golden).replaceFirst("\"v\": 1", "\"v\": 2");

        ThrowingCallable reading = () -> Json.read(json.getBytes(StandardCharsets.UTF_8), type);

        assertThatThrownBy(reading).isInstanceOf(UnreadableException.class);
        assertThat(Documents.complaints(schema, json)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"outcome-answered", "outcome-cached", "outcome-failed", "outcome-failed-planned"})
    void becomeResultsOfTheShippedForm(String golden) throws UnreadableException {
        Outcome outcome = Json.read(Documents.golden(golden).getBytes(StandardCharsets.UTF_8), Outcome.class);

        Result result = Result.of(outcome, PRICE, Instant.parse("2026-11-01T12:00:03Z"));

        assertThat(Documents.complaints("result", result.body().toString())).isEmpty();
        assertThat(result.id()).isEqualTo("order-7");
    }

    @Test
    void arePricedByTokensInAndOut() {
        assertThat(PRICE.amount()).isEqualByComparingTo("0.000079");
    }
}

package dev.ponder.router.settlement.decision;

import static dev.ponder.router.settlement.decision.Outcomes.NOW;
import static dev.ponder.router.settlement.decision.Outcomes.answered;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.result.Result;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What settlement publishes has the form that ships. */
final class ResultFormTest {

    private static final String SCHEMA = "/wire/schemas/result.schema.json";

    @ParameterizedTest
    @ValueSource(ints = {10, 60_000, 2 * Outcomes.MAX_BYTES})
    void isThatOfTheSchemaHoweverLongTheThought(int length) throws Exception {
        Result result = settled(length);

        assertThat(complaints(result)).isEmpty();
    }

    @Test
    void hasStepsOrSaysThatTheyWereLeftOut() throws Exception {
        Result whole = settled(10);
        Result shortened = settled(60_000);
        ponder(whole).put("chain_omitted", true);
        ponder(shortened).remove("chain_omitted");

        assertThat(complaints(whole)).isNotEmpty();
        assertThat(complaints(shortened)).isNotEmpty();
    }

    private static ObjectNode ponder(Result result) {
        return result.body().withObject("/ponder");
    }

    private static Result settled(int length) throws UnreadableException {
        byte[] outcome =
                Outcomes.json(answered("default", "a", "main", Outcomes.WHOLE, Outcomes.KEY, "x".repeat(length)));
        Decision decision = Outcomes.settler()
                .decide(List.of(outcome), new Book(Duration.ofHours(1)), NOW)
                .getFirst();
        return Result.read(((Decision.Settled) decision).result().bytes());
    }

    private static List<String> complaints(Result result) throws IOException {
        try (InputStream in = Objects.requireNonNull(Result.class.getResourceAsStream(SCHEMA))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), UTF_8), InputFormat.JSON);
            return schema.validate(result.body().toString(), InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}

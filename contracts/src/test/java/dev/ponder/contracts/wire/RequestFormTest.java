package dev.ponder.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.request.Decoded;
import dev.ponder.contracts.request.Origin;
import dev.ponder.contracts.request.RequestDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of requests and the decoder agree. */
class RequestFormTest {

    private static final Origin ORIGIN =
            new Origin(TenantId.DEFAULT, "reasoning.requests", 0, 0, Instant.EPOCH, Map.of());
    private static final RequestDecoder DECODER = new RequestDecoder(1 << 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"input_text\":\"1+1?\"}",
                "{\"input_text\":\"1+1?\",\"max_chain_length\":3,\"use_dynamic_inference\":false}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"1+1?\"}],\"model\":\"k2-think\",\"n\":1}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"1+1?\"}]}],\"stop\":\"x\"}",
                "{\"input_text\":\"a\",\"ponder\":{\"deadline\":\"2030-01-31T12:00:00Z\",\"cache\":\"bypass\",\"x\":1}}",
                "{\"input_text\":\" \\u00a0\",\"id\":\"\\u6c34 1\",\"seed\":-9223372036854775808}",
                "{\"input_text\":\"a\",\"id\":\"\\ud83c\\udf93\"}",
                "{\"input_text\":\"a\",\"seed\":9223372036854775807}",
                "{\"input_text\":\"a\",\"tools\":null,\"metadata\":{\"k\":\"v\"},\"reasoning_effort\":\"high\"}",
            })
    void takesWhatTheSchemaTakes(String json) {
        Decoded decoded = decode(json);

        assertThat(decoded).isInstanceOf(Decoded.Understood.class);
        assertThat(Documents.complaints("request", json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"input_text\":7}",
                "{\"input_text\":\"a\",\"messages\":[{\"role\":\"user\",\"content\":\"b\"}]}",
                "{\"messages\":[]}",
                "{\"messages\":[{\"role\":\"robot\",\"content\":\"a\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{}}]}]}",
                "{\"input_text\":\"a\",\"n\":2}",
                "{\"input_text\":\"a\",\"tools\":[{\"type\":\"function\"}]}",
                "{\"input_text\":\"a\",\"temperature\":\"hot\"}",
                "{\"input_text\":\"a\",\"max_completion_tokens\":0}",
                "{\"input_text\":\"a\",\"schema_version\":9}",
                "{\"input_text\":\"a\",\"ponder\":{\"slo_class\":\"soon\"}}",
                "{\"input_text\":\"\"}",
                "{\"input_text\":\"  \\n\\t\\u3000\"}",
                "{\"input_text\":\"a\",\"id\":\"a\\nb\"}",
                "{\"input_text\":\"a\",\"id\":\"a\\u0085\"}",
                "{\"input_text\":\"a\",\"id\":\"a\\ud800\"}",
                "{\"input_text\":\"a\",\"id\":\"a\\udfff\"}",
                "{\"input_text\":\"a\",\"id\":\"\\udf93\\ud83c\"}",
                "{\"input_text\":\"a\",\"seed\":9223372036854775808}",
                "{\"input_text\":\"a\",\"seed\":-9223372036854775809}",
                "{\"input_text\":\"a\",\"stop\":\"\"}",
                "{\"input_text\":\"a\",\"stop\":[\"\"]}",
                "{\"input_text\":\"a\",\"stop\":{\"x\":\"a\"}}",
                "{\"input_text\":\"a\",\"stop\":[\"1\",\"2\",\"3\",\"4\",\"5\"]}",
            })
    void refusesWhatTheSchemaRefuses(String json) {
        Decoded decoded = decode(json);

        assertThat(decoded).isInstanceOf(Decoded.Faulty.class);
        assertThat(Documents.complaints("request", json)).isNotEmpty();
    }

    @Property
    boolean takesTheSameTextsAsTheSchema(@ForAll("blanks") String text) {
        String json = "{\"input_text\":" + Json.mapper().valueToTree(text) + "}";
        return decode(json) instanceof Decoded.Understood
                == Documents.complaints("request", json).isEmpty();
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.of(IntStream.rangeClosed(0, Character.MAX_VALUE)
                        .filter(one -> Character.isWhitespace(one) || Character.isSpaceChar(one))
                        .mapToObj(Character::toString)
                        .toList())
                .list()
                .ofMaxSize(2)
                .map(texts -> String.join("", texts));
    }

    @Property
    boolean neverThrowsWhateverTheBytes(@ForAll byte[] value) {
        return DECODER.decode(ORIGIN, value) instanceof Decoded.Faulty;
    }

    @Property
    boolean neverRepeatsWhatWasAsked(@ForAll("secrets") String name) {
        String json = "{\"input_text\":\"SECRET\",\"" + name + "\":[\"SECRET\"],\"seed\":\"SECRET\",\"model\":{}}";
        return !(decode(json) instanceof Decoded.Faulty faulty)
                || !faulty.fault().message().contains("SECRET");
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.of("n", "tools", "stop", "top_p", "ponder", "stream", "max_tokens", "id");
    }

    private static Decoded decode(String json) {
        return DECODER.decode(ORIGIN, json.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.ponder.contracts.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestDecoderTest {

    private static final Instant ARRIVED = Instant.parse("2026-11-01T12:00:00Z");
    private final RequestDecoder decoder = new RequestDecoder(1024);

    @Test
    void readsTheShortForm() {
        Decoded decoded = decode("{\"input_text\":\"1+1?\",\"use_dynamic_inference\":false,\"max_chain_length\":7}");

        assertThat(decoded).isInstanceOfSatisfying(Decoded.Understood.class, understood -> {
            assertThat(understood.request().messages()).containsExactly(new ChatMessage("user", "1+1?"));
            assertThat(understood.request().options().useDynamicInference()).isFalse();
            assertThat(understood.request().options().maxChainLength()).isEqualTo(7);
            assertThat(understood.request().key()).hasToString("default/reasoning.requests-3-42");
        });
    }

    @Test
    void keepsUnknownFields() {
        Decoded decoded = decode("{\"input_text\":\"?\",\"colour\":\"red\",\"ponder\":{\"shape\":[1]}}");

        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Understood.class,
                        understood -> assertThat(understood.request().rest())
                                .hasToString("{\"colour\":\"red\",\"ponder\":{\"shape\":[1]}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | MALFORMED_JSON |",
                "[] | MALFORMED_JSON |",
                "{} | MISSING_FIELD | messages",
                "{\"input_text\":7} | WRONG_TYPE | input_text",
                "{\"input_text\":\"a\",\"input_text\":\"b\"} | MALFORMED_JSON |",
                "{\"input_text\":\"a\",\"tools\":[{}]} | UNSUPPORTED_FIELD | tools",
                "{\"input_text\":\"a\",\"n\":3} | UNSUPPORTED_FIELD | n",
                "{\"input_text\":\"a\",\"max_completion_tokens\":-1} | OUT_OF_RANGE | max_completion_tokens",
                "{\"input_text\":\"a\",\"ponder\":{\"deadline\":\"soon\"}} | OUT_OF_RANGE | ponder.deadline",
                "{\"input_text\":\"a\",\"id\":\"a\\ud800\"} | OUT_OF_RANGE | id",
                "{\"input_text\":\"  \"} | OUT_OF_RANGE | input_text",
                "{\"input_text\":\"a\",\"stop\":\"\"} | WRONG_TYPE | stop",
                "{\"input_text\":\"a\",\"schema_version\":2} | UNSUPPORTED_VERSION | schema_version",
                "{\"messages\":[{\"role\":\"user\"}]} | MISSING_FIELD | messages[0].content",
                "{\"messages\":[{\"role\":\"robot\",\"content\":\"a\"}]} | UNSUPPORTED_FIELD | messages[0].role",
            })
    void namesTheFaultAndTheField(String json, FaultCode code, String field) {
        assertFaulty(decode(json), code, field);
    }

    @ParameterizedTest
    @CsvSource({"ce_type, dev.ponder.request.v2", "ce_specversion, 0.3"})
    void refusesAnEventOfAnotherVersionByItsHeader(String header, String value) {
        Decoded decoded = decode(Map.of("ce_id", "e-1", header, value), "{\"input_text\":\"a\"}");

        assertFaulty(decoded, FaultCode.UNSUPPORTED_VERSION, header);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'specversion':'1.0','type':'dev.ponder.request.v2','data':{'input_text':'a'}} | UNSUPPORTED_VERSION | type",
                "{'specversion':'0.3','data':{'input_text':'a'}} | UNSUPPORTED_VERSION | specversion",
                "{'data':{'input_text':'a'}} | MISSING_FIELD | specversion",
                "{'specversion':'1.0','data_base64':'e30='} | UNSUPPORTED_FIELD | data_base64",
                "{'specversion':'1.0','data':'e30='} | MISSING_FIELD | data",
            },
            quoteCharacter = '`')
    void refusesAStructuredEventByTheFieldThatIsAtFault(String json, FaultCode code, String field) {
        Decoded decoded =
                decode(Map.of("content-type", "application/cloudevents+json; charset=utf-8"), json.replace('\'', '"'));

        assertFaulty(decoded, code, field);
    }

    @Test
    void takesAnEventOfAForeignTypeAndItsId() {
        Decoded decoded = decode(
                Map.of("ce_id", "e-1", "ce_specversion", "1.0", "ce_type", "org.acme.question.v7"),
                "{\"input_text\":\"a\"}");

        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Understood.class,
                        understood -> assertThat(understood.request().key()).hasToString("default/e-1"));
    }

    @Test
    void refusesAnIdHeaderThatIsNoUtf8UnderTheRecordsPlace() {
        Origin origin = new Origin(
                TenantId.DEFAULT, "reasoning.requests", 3, 42, ARRIVED, Map.of("ce_id", "e-\uFFFD"), Set.of("ce_id"));

        Decoded decoded =
                decoder.decode(origin, "{\"id\":\"r-1\",\"input_text\":\"a\"}".getBytes(StandardCharsets.UTF_8));

        assertFaulty(decoded, FaultCode.INVALID_UTF8, "ce_id");
        assertThat(((Decoded.Faulty) decoded).key()).hasToString("default/reasoning.requests-3-42");
    }

    private static void assertFaulty(Decoded decoded, FaultCode code, String field) {
        assertThat(decoded).isInstanceOfSatisfying(Decoded.Faulty.class, faulty -> {
            assertThat(faulty.fault().code()).isEqualTo(code);
            assertThat(faulty.fault().field()).isEqualTo(field);
        });
    }

    private Decoded decode(String json) {
        return decode(Map.of(), json);
    }

    private Decoded decode(Map<String, String> headers, String json) {
        Origin origin = new Origin(TenantId.DEFAULT, "reasoning.requests", 3, 42, ARRIVED, headers);
        return decoder.decode(origin, json.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.ponder.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.request.Order;
import dev.ponder.contracts.request.OrderDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of orders and the decoder agree. */
class OrderFormTest {

    private static final TenantId ACME = new TenantId("acme");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cancel\":\"r-1\"}",
                "{\"cancel\":\"r-1\",\"schema_version\":1}",
                "{\"cancel\":\"r-1\",\"why\":\"too slow\"}"
            })
    void takesWhatTheSchemaTakes(String json) {
        Order order = decode(json);

        assertThat(order).isEqualTo(new Order.Cancel(new RequestKey(ACME, new RequestId("r-1"))));
        assertThat(Documents.complaints("order", json)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{}|MISSING_FIELD|cancel",
                "{\"cancel\":\"\"}|MISSING_FIELD|cancel",
                "{\"cancel\":7}|WRONG_TYPE|cancel",
                "{\"cancel\":\"a\\nb\"}|OUT_OF_RANGE|cancel",
                "{\"cancel\":\"a\\ud800\"}|OUT_OF_RANGE|cancel",
                "{\"cancel\":\"a\",\"schema_version\":2}|UNSUPPORTED_VERSION|schema_version",
                "[\"a\"]|MALFORMED_JSON|"
            })
    void refusesWhatTheSchemaRefuses(String json, FaultCode code, String field) {
        Order order = decode(json);

        assertThat(order).isInstanceOfSatisfying(Order.Faulty.class, faulty -> {
            assertThat(faulty.fault().code()).isEqualTo(code);
            assertThat(faulty.fault().field()).isEqualTo(field);
            assertThat(faulty.fault().message()).contains(";");
        });
        assertThat(Documents.complaints("order", json)).isNotEmpty();
    }

    @Test
    void refusesWhatIsLargerThanAnyOrder() {
        Order order = decode("{\"cancel\":\"a\",\"why\":\"" + "x".repeat(20_000) + "\"}");

        assertThat(order)
                .isInstanceOfSatisfying(
                        Order.Faulty.class,
                        faulty -> assertThat(faulty.fault().code()).isEqualTo(FaultCode.VALUE_TOO_LARGE));
    }

    @Test
    void refusesARecordWithoutAValue() {
        assertThat(OrderDecoder.decode(ACME, null)).isInstanceOf(Order.Faulty.class);
    }

    @Property
    boolean neverThrowsWhateverTheBytes(@ForAll byte[] value) {
        return OrderDecoder.decode(ACME, value) instanceof Order.Faulty;
    }

    @Property
    boolean takesEveryIdThatARequestMayHave(@ForAll String id) {
        byte[] json = Json.write(Map.of("cancel", id));
        return OrderDecoder.decode(ACME, json) instanceof Order.Cancel == RequestId.isValid(id);
    }

    private static Order decode(String json) {
        return OrderDecoder.decode(ACME, json.getBytes(StandardCharsets.UTF_8));
    }
}

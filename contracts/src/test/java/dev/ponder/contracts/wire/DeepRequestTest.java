package dev.ponder.contracts.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.request.Decoded;
import dev.ponder.contracts.request.Order;
import dev.ponder.contracts.request.OrderDecoder;
import dev.ponder.contracts.request.Origin;
import dev.ponder.contracts.request.RequestDecoder;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How deep a request may nest. */
class DeepRequestTest {

    private static final Origin ORIGIN =
            new Origin(TenantId.DEFAULT, "reasoning.requests", 0, 0, Instant.EPOCH, Map.of());
    private static final RequestDecoder DECODER = new RequestDecoder(1 << 20);

    @Test
    void takesTheDeepestAndLeavesRoomForTheObjectsAroundItsFields() throws Exception {
        Decoded decoded = decode(nested("input_text", Json.MAX_FOREIGN_DEPTH));

        ObjectNode rest = ((Decoded.Understood) decoded).request().rest();
        ObjectNode record = Json.mapper().createObjectNode();
        ObjectNode inner = record;
        for (int level = 1; level <= Json.MAX_DEPTH - Json.MAX_FOREIGN_DEPTH - 1; level++) {
            inner = inner.putObject("level");
        }
        inner.set("rest", rest);
        assertThat(Json.read(Json.write(record), ObjectNode.class)).isEqualTo(record);
    }

    @Test
    void refusesOneLevelMoreByName() {
        Decoded decoded = decode(nested("input_text", Json.MAX_FOREIGN_DEPTH + 1));

        assertThat(decoded).isInstanceOfSatisfying(Decoded.Faulty.class, faulty -> {
            assertThat(faulty.fault().code()).isEqualTo(FaultCode.MALFORMED_JSON);
            assertThat(faulty.fault().message()).contains("nests too deep").contains("at most 56 levels");
        });
    }

    @Test
    void holdsOrdersToTheSame() {
        assertThat(order(Json.MAX_FOREIGN_DEPTH)).isInstanceOf(Order.Cancel.class);
        assertThat(order(Json.MAX_FOREIGN_DEPTH + 1))
                .isInstanceOfSatisfying(
                        Order.Faulty.class,
                        faulty -> assertThat(faulty.fault().message()).contains("at most 56 levels"));
    }

    private static Order order(int depth) {
        return OrderDecoder.decode(TenantId.DEFAULT, nested("cancel", depth).getBytes(UTF_8));
    }

    private static Decoded decode(String json) {
        return DECODER.decode(ORIGIN, json.getBytes(UTF_8));
    }

    /** An object of so many levels. */
    private static String nested(String field, int depth) {
        return "{\"" + field + "\":\"x\",\"odd\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }
}

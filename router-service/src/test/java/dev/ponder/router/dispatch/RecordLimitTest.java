package dev.ponder.router.dispatch;

import static dev.ponder.router.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecordLimitTest {

    private final RecordLimit limit = new RecordLimit(2_000);

    @Test
    void leavesWhatFitsAsItIs() {
        Outcome outcome = refused("default", "x".repeat(500));
        assertThat(limit.fit(outcome)).isEqualTo(Json.write(outcome));
    }

    @Test
    void dropsTheUnknownFieldsOfWhatDoesNotFit() throws UnreadableException {
        Outcome read = Json.read(limit.fit(refused("default", "x".repeat(3_000))), Outcome.class);
        assertThat(read.asked().rest()).isNull();
        assertThat(read)
                .asInstanceOf(type(Outcome.Failed.class))
                .extracting(failed -> failed.fault().code())
                .isEqualTo(FaultCode.DEADLINE_PASSED);
    }

    @Test
    void saysTooLargeWhereNothingElseHelps() throws UnreadableException {
        Outcome read = Json.read(limit.fit(refused("m".repeat(3_000), "")), Outcome.class);
        assertThat(read.asked().model()).isEqualTo("unknown");
        assertThat(read)
                .asInstanceOf(type(Outcome.Failed.class))
                .extracting(failed -> failed.fault().code())
                .isEqualTo(FaultCode.VALUE_TOO_LARGE);
    }

    private static Outcome refused(String model, String odd) {
        ObjectNode rest = Json.mapper().createObjectNode().put("odd", odd);
        Asked asked = new Asked(TenantId.DEFAULT, new RequestId("r-1"), 1, model, NOW, false, rest);
        Fault fault = Fault.of(FaultCode.DEADLINE_PASSED, "The deadline had passed.");
        return new Outcome.Failed(Outcome.VERSION, asked, fault, Usage.NONE, Timings.NONE, Map.of());
    }
}

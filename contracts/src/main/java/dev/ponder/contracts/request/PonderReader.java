package dev.ponder.contracts.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.plan.SloClass;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the {@code ponder} object, and the short form's fields of the same meaning beside it. */
final class PonderReader {

    private static final PonderOptions DEFAULT = PonderOptions.DEFAULT;

    private PonderReader() {}

    static PonderOptions read(Fields body) {
        boolean dynamic = body.flag("use_dynamic_inference", DEFAULT.useDynamicInference());
        int steps = body.whole("max_chain_length", 1, PonderOptions.MOST_STEPS, DEFAULT.maxChainLength());
        Fields ponder = body.object("ponder");
        PonderOptions options = new PonderOptions(
                ponder.flag("use_dynamic_inference", dynamic),
                ponder.whole("max_chain_length", 1, PonderOptions.MOST_STEPS, steps),
                sloClass(ponder),
                deadline(ponder),
                cache(ponder),
                ponder.flag("explain", DEFAULT.explain()));
        keepRest(body.rest(), ponder.rest());
        return options;
    }

    private static SloClass sloClass(Fields ponder) {
        String name = ponder.text("slo_class").orElse(DEFAULT.sloClass().wire());
        return SloClass.ofWire(name).orElseGet(() -> {
            ponder.faults().outOfRange(ponder.path("slo_class"), "interactive, standard or batch");
            return DEFAULT.sloClass();
        });
    }

    private static CachePolicy cache(Fields ponder) {
        String name = ponder.text("cache").orElse(DEFAULT.cache().wire());
        return CachePolicy.ofWire(name).orElseGet(() -> {
            ponder.faults().outOfRange(ponder.path("cache"), "use, bypass or refresh");
            return DEFAULT.cache();
        });
    }

    private static @Nullable Instant deadline(Fields ponder) {
        String text = ponder.text("deadline").orElse("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException noTime) {
            ponder.faults().outOfRange(ponder.path("deadline"), "a time such as 2030-01-31T12:00:00Z (RFC 3339)");
            return null;
        }
    }

    private static void keepRest(ObjectNode body, ObjectNode ponder) {
        if (!ponder.isEmpty()) {
            body.set("ponder", ponder);
        }
    }
}

package dev.ponder.router.settlement.relay;

import dev.ponder.contracts.telemetry.Spans;
import dev.ponder.router.settlement.decision.Decision;
import dev.ponder.tracing.RecordTrace;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Makes the headers of results: CloudEvents in binary mode (Kafka binding 1.0), and the trace. Stateless. */
final class ResultHeaders {

    static final String RESULT_TYPE = "dev.ponder.result.v1";

    private final RecordTrace trace;

    ResultHeaders(RecordTrace trace) {
        this.trace = trace;
    }

    Headers of(Decided decided, Decision.Settled settled) {
        Headers headers = traced(decided);
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", settled.key().id().value());
        add(headers, "ce_type", RESULT_TYPE);
        // Source and id together name an event, and an id is unique within its tenant.
        add(headers, "ce_source", "/ponder/" + settled.key().tenant());
        add(headers, "ce_time", settled.at().toString());
        add(headers, "content-type", "application/json");
        return headers;
    }

    /** The trace that the outcome brought, carried on even where this router records no spans. */
    Headers traced(Decided decided) {
        Headers headers = new RecordHeaders();
        Header brought = decided.record().headers().lastHeader(Spans.TRACEPARENT);
        if (brought != null) {
            headers.add(brought);
        }
        trace.inject(decided.span(), headers);
        return headers;
    }

    private static void add(Headers headers, String name, String text) {
        headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }
}

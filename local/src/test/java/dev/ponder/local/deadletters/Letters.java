package dev.ponder.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.contracts.deadletter.DeadLetter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.utils.Bytes;

/** Letters for tests. */
final class Letters {

    static final Instant AT = Instant.parse("2026-02-01T12:00:00Z");
    static final Place PLACE = new Place("reasoning.dead-letters.acme", 1, 7);

    private Letters() {}

    /** One with these headers, at a place, with key and value. */
    static Letter with(Place place, Map<String, String> headers) {
        List<Header> all = new ArrayList<>();
        headers.forEach((name, text) -> all.add(header(name, text)));
        return new Letter(
                place, AT, Bytes.wrap(new byte[] {1, 2}), Bytes.wrap("{\"input_text\":7}".getBytes(UTF_8)), all);
    }

    /** One of a request of acme's, with a header of its sender's. */
    static Letter ofRequest(String requestId) {
        return with(
                PLACE,
                Map.of(
                        DeadLetter.CODE,
                        "wrong_type",
                        DeadLetter.REASON,
                        "input_text is not a text; send one.",
                        DeadLetter.FIELD,
                        "input_text",
                        DeadLetter.TOPIC,
                        "reasoning.requests.acme",
                        DeadLetter.PARTITION,
                        "3",
                        DeadLetter.OFFSET,
                        "55",
                        DeadLetter.REQUEST_ID,
                        requestId,
                        "authorization",
                        "Bearer hush"));
    }

    static Header header(String name, String text) {
        return new RecordHeader(name, text.getBytes(UTF_8));
    }
}

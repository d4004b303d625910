package dev.ponder.contracts.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import org.jspecify.annotations.Nullable;

/**
 * Turns a request record's bytes into a request, or into the fault that its sender should mend first. Never throws, whatever
 * the bytes; no message repeats content. Stateless: any thread.
 */
public final class RequestDecoder {

    private final int maxValueBytes;

    /**
     * Makes a decoder.
     *
     * @param maxValueBytes the largest value that is read, in bytes
     */
    public RequestDecoder(int maxValueBytes) {
        if (maxValueBytes < 1) {
            throw new IllegalArgumentException("maxValueBytes is below 1: " + maxValueBytes);
        }
        this.maxValueBytes = maxValueBytes;
    }

    /**
     * Decodes one record.
     *
     * @param value the record's value; null is a fault, not an error
     */
    public Decoded decode(Origin origin, byte @Nullable [] value) {
        RequestId fallback = headerId(origin);
        return switch (RequestTree.parse(value, maxValueBytes)) {
            case RequestTree.Broken(Fault fault) -> faulty(origin, fallback, fault);
            case RequestTree.Parsed(ObjectNode tree) -> decode(origin, fallback, tree);
        };
    }

    private static Decoded decode(Origin origin, RequestId fallback, ObjectNode tree) {
        if (origin.garbled().contains(CloudEvent.ID_HEADER)) {
            Fault fault = Fault.of(
                    FaultCode.INVALID_UTF8,
                    CloudEvent.ID_HEADER,
                    "The header " + CloudEvent.ID_HEADER + " is not UTF-8; encode it as UTF-8.");
            return faulty(origin, fallback, fault);
        }
        Faults faults = new Faults();
        CloudEvent event = CloudEvent.open(origin, tree, faults);
        Fields body = new Fields(event.content(), "", faults);
        RequestId id = id(event, body, fallback);
        ReasoningRequest request = RequestBody.read(new RequestKey(origin.tenant(), id), origin.appendedAt(), body);
        Fault fault = faults.first();
        return fault == null ? new Decoded.Understood(request) : faulty(origin, id, fault);
    }

    /** The CloudEvents id goes before the body's, and both before the record's place. */
    private static RequestId id(CloudEvent event, Fields body, RequestId fallback) {
        String written = body.text("id").orElse("");
        String named = event.id().isEmpty() ? written : event.id();
        if (named.isEmpty()) {
            return fallback;
        }
        if (RequestId.isValid(named)) {
            return new RequestId(named);
        }
        body.faults()
                .outOfRange(
                        "id",
                        "1 to " + RequestId.MAX_LENGTH
                                + " characters, none a control character or an unpaired surrogate");
        return fallback;
    }

    private static RequestId headerId(Origin origin) {
        String id = origin.garbled().contains(CloudEvent.ID_HEADER) ? "" : origin.header(CloudEvent.ID_HEADER);
        return RequestId.isValid(id) ? new RequestId(id) : origin.placeId();
    }

    private static Decoded faulty(Origin origin, RequestId id, Fault fault) {
        return new Decoded.Faulty(new RequestKey(origin.tenant(), id), fault);
    }
}

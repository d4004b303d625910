package dev.ponder.contracts.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Turns the value of a control record into an order, {@code {"cancel": "REQUEST-ID"}}, or into the fault that its sender should
 * mend. The value says everything: key and headers decide nothing, so that whoever hears the record understands the same. Never
 * throws, whatever the bytes; no message repeats content. Stateless: any thread.
 */
public final class OrderDecoder {

    /** Many times what an order needs; every reasoner hears every order. */
    static final int MOST_BYTES = 16_384;

    private static final String CANCEL = "cancel";

    private OrderDecoder() {}

    /**
     * Decodes one record.
     *
     * @param tenant whose topic it lay in: an order reaches no other's requests
     * @param value the record's value; null is a fault, not an error
     */
    public static Order decode(TenantId tenant, byte @Nullable [] value) {
        return switch (RequestTree.parse(value, MOST_BYTES)) {
            case RequestTree.Broken(Fault fault) -> new Order.Faulty(fault);
            case RequestTree.Parsed(ObjectNode tree) -> decode(tenant, new Fields(tree, "", new Faults()));
        };
    }

    private static Order decode(TenantId tenant, Fields body) {
        RequestBody.checkVersion(body);
        String id = body.text(CANCEL).orElse("");
        if (id.isEmpty()) {
            body.missing(CANCEL, "send {\"cancel\": \"the request's id\"}");
        } else if (!RequestId.isValid(id)) {
            body.faults().outOfRange(CANCEL, "a request's id");
        }
        Fault fault = body.faults().first();
        return fault == null ? new Order.Cancel(new RequestKey(tenant, new RequestId(id))) : new Order.Faulty(fault);
    }
}

package dev.ponder.contracts.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.fault.FaultCode;
import java.util.Locale;

/**
 * The envelope of a request, after the CloudEvents 1.0 Kafka binding: binary mode (attributes in {@code ce_} headers, the value
 * is the content), structured mode (content type {@code application/cloudevents+json}, the value is the event), or none.
 *
 * @param id the event's id, or an empty text
 * @param content the request body
 */
record CloudEvent(String id, ObjectNode content) {

    static final String ID_HEADER = "ce_id";
    /** The type that our requests carry; its last part is the version of the form. */
    static final String TYPE = "dev.ponder.request.v1";

    private static final String TYPE_FAMILY = "dev.ponder.request.";
    private static final String STRUCTURED = "application/cloudevents";
    private static final String SPEC_VERSION = "1.0";

    static CloudEvent open(Origin origin, ObjectNode tree, Faults faults) {
        String contentType = origin.header("content-type").toLowerCase(Locale.ROOT);
        return contentType.startsWith(STRUCTURED) ? structured(tree, faults) : binary(origin, tree, faults);
    }

    private static CloudEvent binary(Origin origin, ObjectNode tree, Faults faults) {
        checkVersions(origin.header("ce_specversion"), origin.header("ce_type"), "ce_", faults);
        return new CloudEvent(origin.header(ID_HEADER), tree);
    }

    private static CloudEvent structured(ObjectNode tree, Faults faults) {
        Fields event = new Fields(tree, "", faults);
        String specVersion = event.text("specversion").orElse("");
        checkVersions(specVersion, event.text("type").orElse(""), "", faults);
        if (specVersion.isEmpty()) {
            event.missing("specversion", "a structured CloudEvent must say \"1.0\"");
        }
        String id = event.text("id").orElse("");
        if (event.take("data") instanceof ObjectNode content) {
            return new CloudEvent(id, content);
        }
        JsonNode encoded = event.take("data_base64");
        if (encoded != null) {
            faults.unsupported("data_base64", "send the request as a JSON object in data");
        }
        event.missing("data", "put the request there as a JSON object");
        return new CloudEvent(id, tree.objectNode());
    }

    private static void checkVersions(String specVersion, String type, String prefix, Faults faults) {
        if (!specVersion.isEmpty() && !specVersion.equals(SPEC_VERSION)) {
            faults.add(
                    FaultCode.UNSUPPORTED_VERSION,
                    prefix + "specversion",
                    "This CloudEvents version is not known; send " + SPEC_VERSION + ".");
        }
        if (type.startsWith(TYPE_FAMILY) && !type.equals(TYPE)) {
            faults.add(
                    FaultCode.UNSUPPORTED_VERSION,
                    prefix + "type",
                    "This version of the request form is not known; send " + TYPE + ".");
        }
    }
}

package dev.ponder.local.acls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.access.Grant;
import dev.ponder.contracts.json.Json;
import java.util.List;
import org.apache.kafka.common.acl.AclBinding;

/** Grants as JSON lines, in the words of Kafka's own bindings. Pure. */
final class AclJson {

    private AclJson() {}

    static List<String> of(Holder holder) {
        return holder.grants().stream().map(grant -> line(holder, grant)).toList();
    }

    private static String line(Holder holder, Grant grant) {
        AclBinding binding = grant.to(holder.principal());
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("principal", binding.entry().principal());
        line.put("host", binding.entry().host());
        line.put("operation", binding.entry().operation().name());
        line.put("permission", binding.entry().permissionType().name());
        line.put("resource_type", binding.pattern().resourceType().name());
        line.put("resource_name", binding.pattern().name());
        line.put("pattern_type", binding.pattern().patternType().name());
        return line.toString();
    }
}

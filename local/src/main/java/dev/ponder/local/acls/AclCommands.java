package dev.ponder.local.acls;

import dev.ponder.access.Grant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** Grants as calls of Kafka's own tool, one a resource, to be read and then run by a shell. Pure. */
final class AclCommands {

    private final String call;

    /** Calls with these options, for example {@code --bootstrap-server HOST:PORT}. */
    AclCommands(String options) {
        this.call = "kafka-acls.sh " + options + " --add --allow-principal ";
    }

    List<String> of(Holder holder) {
        Map<String, List<AclOperation>> byResource = holder.grants().stream()
                .collect(Collectors.groupingBy(
                        AclCommands::resource,
                        LinkedHashMap::new,
                        Collectors.mapping(Grant::operation, Collectors.toList())));
        List<String> lines = new ArrayList<>();
        lines.add("# " + holder.who());
        byResource.forEach((resource, operations) ->
                lines.add(call + quoted(holder.principal()) + operations(operations) + resource));
        return lines;
    }

    private static String operations(List<AclOperation> operations) {
        return operations.stream()
                .map(one -> " --operation " + camel(one.name()))
                .collect(Collectors.joining());
    }

    private static String resource(Grant grant) {
        String pattern = grant.pattern() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
        return pattern + " " + option(grant.type()) + " " + quoted(grant.name());
    }

    private static String option(ResourceType type) {
        return "--" + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code DESCRIBE_CONFIGS} is {@code DescribeConfigs} there. */
    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return camel.toString();
    }

    /** A certificate's name has blanks and commas, and may have quotes. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

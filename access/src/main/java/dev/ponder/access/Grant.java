package dev.ponder.access;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One operation on one resource, or on all whose names begin alike.
 *
 * @param name the resource's name, or the beginning of it
 */
public record Grant(ResourceType type, PatternType pattern, String name, AclOperation operation) {

    private static final String ANY_HOST = "*";

    public Grant {
        requireNonNull(type, "type is null");
        requireNonNull(name, "name is null");
        requireNonNull(operation, "operation is null");
        if (pattern != PatternType.LITERAL && pattern != PatternType.PREFIXED) {
            throw new IllegalArgumentException("pattern is neither LITERAL nor PREFIXED: " + pattern);
        }
    }

    /** On the one resource of that name. */
    public static Grant on(ResourceType type, String name, AclOperation operation) {
        return new Grant(type, PatternType.LITERAL, name, operation);
    }

    /** On all whose names begin so. */
    static Grant below(ResourceType type, String prefix, AclOperation operation) {
        return new Grant(type, PatternType.PREFIXED, prefix, operation);
    }

    /** As Kafka's own binding, from any host. */
    public AclBinding to(String principal) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
    }

    /** The resource as a sentence names it. */
    String resource() {
        String kind = type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return pattern == PatternType.LITERAL ? kind + " " + name : "every " + kind + " that begins with " + name;
    }
}

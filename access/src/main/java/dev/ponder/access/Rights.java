package dev.ponder.access;

import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.List;
import org.apache.kafka.common.acl.AclOperation;

/**
 * The least that each role needs on topics. READ, WRITE and DELETE bring DESCRIBE with them (DESCRIBE_CONFIGS does not), and WRITE
 * on any topic what an idempotent producer needs of the cluster.
 */
final class Rights {

    private Rights() {}

    static List<AclOperation> of(Role role, TopicKind kind) {
        return switch (role) {
            case TENANT -> tenant(kind);
            case ROUTER -> router(kind);
            case REASONER -> reasoner(kind);
            case CACHE -> kind == TopicKind.CHAINS ? List.of(READ) : List.of();
            case AUTOSCALER -> kind == TopicKind.WORK ? List.of(DESCRIBE) : List.of();
            case OPERATOR -> operator(kind);
            case ERASER -> eraser(kind);
        };
    }

    /** Its dead letters are the operator's: they hold what came under its name, whoever wrote it. */
    private static List<AclOperation> tenant(TopicKind kind) {
        return switch (kind) {
            case REQUESTS, CONTROL -> List.of(WRITE);
            case RESULTS, CHUNKS -> List.of(READ);
            case DEAD_LETTERS, WORK, OUTCOMES, REGISTER, PROGRESS, CHAINS -> List.of();
        };
    }

    /**
     * It looks whether all topics of the plan are there, those too that it never touches. Work it reads again where it was orphaned, and
     * deletes below what is still needed.
     */
    private static List<AclOperation> router(TopicKind kind) {
        return switch (kind) {
            case REQUESTS, CONTROL -> List.of(READ);
            case OUTCOMES, REGISTER -> List.of(READ, WRITE);
            case WORK -> List.of(READ, WRITE, DELETE);
            case RESULTS, CHAINS, DEAD_LETTERS, PROGRESS -> List.of(WRITE);
            case CHUNKS -> List.of(DESCRIBE);
        };
    }

    /**
     * It refuses work topics whose settings would lose work, so it reads them; and looks whether work that comes again has its outcome.
     */
    private static List<AclOperation> reasoner(TopicKind kind) {
        return switch (kind) {
            case WORK -> List.of(READ, DESCRIBE_CONFIGS);
            case CONTROL -> List.of(READ);
            case PROGRESS, OUTCOMES -> List.of(READ, WRITE);
            case CHUNKS, DEAD_LETTERS -> List.of(WRITE);
            case REQUESTS, RESULTS, REGISTER, CHAINS -> List.of();
        };
    }

    private static List<AclOperation> operator(TopicKind kind) {
        return switch (kind) {
            case REQUESTS, CONTROL -> List.of(WRITE);
            case DEAD_LETTERS -> List.of(READ);
            case RESULTS, CHUNKS, WORK, OUTCOMES, REGISTER, PROGRESS, CHAINS -> List.of();
        };
    }

    /** It deletes a tenant's own topics, looks through what all share, and says how long what is left is kept. */
    private static List<AclOperation> eraser(TopicKind kind) {
        return switch (kind) {
            case REQUESTS, CONTROL, RESULTS, CHUNKS -> List.of(DELETE, DESCRIBE_CONFIGS);
            case DEAD_LETTERS -> List.of(READ, DELETE, DESCRIBE_CONFIGS);
            case CHAINS, PROGRESS -> List.of(READ, WRITE, DESCRIBE_CONFIGS);
            case WORK, OUTCOMES -> List.of(READ, DESCRIBE_CONFIGS);
            case REGISTER -> List.of();
        };
    }
}

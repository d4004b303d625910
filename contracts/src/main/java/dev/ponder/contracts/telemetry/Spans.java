package dev.ponder.contracts.telemetry;

/** Names of spans and their attributes, after OpenTelemetry's messaging and GenAI conventions (both in development there). */
public final class Spans {

    /** {@code messaging.system}. */
    public static final String MESSAGING_SYSTEM = "messaging.system";
    /** {@code messaging.operation.name}. */
    public static final String MESSAGING_OPERATION = "messaging.operation.name";
    /** {@code messaging.operation.type}. */
    public static final String MESSAGING_OPERATION_TYPE = "messaging.operation.type";
    /** {@code messaging.destination.name}. */
    public static final String MESSAGING_DESTINATION = "messaging.destination.name";
    /** {@code messaging.message.id}: our request id. */
    public static final String MESSAGING_ID = "messaging.message.id";
    /** {@code gen_ai.operation.name}. */
    public static final String GEN_AI_OPERATION = "gen_ai.operation.name";
    /** {@code gen_ai.provider.name}; ours is {@code nvidia.triton}. */
    public static final String GEN_AI_PROVIDER = "gen_ai.provider.name";
    /** {@code gen_ai.request.model}. */
    public static final String GEN_AI_MODEL = "gen_ai.request.model";
    /** {@code gen_ai.usage.input_tokens}. */
    public static final String GEN_AI_INPUT_TOKENS = "gen_ai.usage.input_tokens";
    /** {@code gen_ai.usage.output_tokens}. */
    public static final String GEN_AI_OUTPUT_TOKENS = "gen_ai.usage.output_tokens";
    /** {@code server.address}: the shard's host. */
    public static final String SERVER_ADDRESS = "server.address";
    /** {@code server.port}: the shard's port. */
    public static final String SERVER_PORT = "server.port";
    /** {@code rpc.system}. */
    public static final String RPC_SYSTEM = "rpc.system";
    /** {@code rpc.service}: the proto service. */
    public static final String RPC_SERVICE = "rpc.service";
    /** {@code rpc.method}. */
    public static final String RPC_METHOD = "rpc.method";
    /** {@code rpc.grpc.status_code}. */
    public static final String RPC_STATUS = "rpc.grpc.status_code";
    /** How the cache answered: {@code hit} or {@code miss}. */
    public static final String LOOKUP_OUTCOME = "ponder.cache.outcome";
    /** The Kafka header that carries the W3C context. */
    public static final String TRACEPARENT = "traceparent";

    private Spans() {}

    /** The span of working on one record, for example {@code process reasoning.requests}. */
    public static String process(String topic) {
        return "process " + topic;
    }

    /** The span of sending one record. */
    public static String send(String topic) {
        return "send " + topic;
    }

    /** The span of one generation, for example {@code chat k2-think}. */
    public static String chat(String model) {
        return "chat " + model;
    }
}

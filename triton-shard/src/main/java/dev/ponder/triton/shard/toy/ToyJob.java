package dev.ponder.triton.shard.toy;

import dev.ponder.triton.shard.model.TensorBytes;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.ModelInferRequest;
import io.grpc.Status;
import java.time.Duration;

/**
 * A request as a toy reads it.
 *
 * @param maxTokens how many tokens it gives, taken from the words of the text in turn
 * @param streaming whether they come one by one
 * @param delay before each token
 * @param lastIsFinal whether the last token carries the final mark, in place of a message of its own
 * @param errorCode the status of errors on command
 * @param bigBytes the length of the answer to {@code !big}
 */
record ToyJob(
        String text,
        int maxTokens,
        boolean streaming,
        Duration delay,
        boolean lastIsFinal,
        Status.Code errorCode,
        int bigBytes) {

    private static final int TOKENS_OF_FAULTY = 2;
    private static final long DEFAULT_DELAY_MILLIS = 10;

    static ToyJob of(ModelInferRequest request) {
        boolean tellsStream = request.getInputsList().stream()
                .anyMatch(input -> input.getName().equals("stream"));
        return new ToyJob(
                TensorBytes.text(request, "text_input"),
                TensorBytes.number(request, "max_tokens").orElse(0),
                !tellsStream || TensorBytes.flag(request, "stream"),
                Duration.ofMillis(number(request, "token_delay_ms", DEFAULT_DELAY_MILLIS)),
                parameter(request, "final_mode").getStringParam().equals("with_last"),
                code(parameter(request, "error_code").getStringParam()),
                Math.toIntExact(number(request, "big_bytes", 0)));
    }

    private static InferParameter parameter(ModelInferRequest request, String name) {
        return request.getParametersOrDefault(name, InferParameter.getDefaultInstance());
    }

    private static long number(ModelInferRequest request, String name, long otherwise) {
        return request.containsParameters(name)
                ? request.getParametersOrThrow(name).getInt64Param()
                : otherwise;
    }

    /** TritonError's names, as the server turns them into gRPC's. */
    private static Status.Code code(String tritonError) {
        return switch (tritonError) {
            case "" -> Status.Code.INTERNAL;
            case "INVALID_ARG" -> Status.Code.INVALID_ARGUMENT;
            case "UNSUPPORTED" -> Status.Code.UNIMPLEMENTED;
            default -> Status.Code.valueOf(tritonError);
        };
    }

    private boolean isFaulty() {
        return text.startsWith("!");
    }

    /** How many messages with text it gives, errors apart. */
    int messages() {
        if (isFaulty()) {
            return TOKENS_OF_FAULTY;
        }
        return streaming ? maxTokens : 1;
    }

    /** The text of a message. */
    String message(int index) {
        return streaming ? token(index) : whole();
    }

    /** All tokens together. */
    String whole() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < maxTokens; i++) {
            all.append(token(i));
        }
        return all.toString();
    }

    private String token(int index) {
        String[] words = text.isBlank() ? new String[] {"-"} : text.strip().split("\\s+", -1);
        return words[index % words.length] + " ";
    }

    /** Whether a message carries the final mark. */
    boolean isFinal(int index) {
        return lastIsFinal && !isFaulty() && index == messages() - 1;
    }
}

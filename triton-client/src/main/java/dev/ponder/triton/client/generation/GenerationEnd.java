package dev.ponder.triton.client.generation;

import static java.util.Objects.requireNonNull;

/** How a generation ended. */
public sealed interface GenerationEnd {

    /** What it cost up to its end. */
    TokenUsage usage();

    /** By itself. */
    record Completed(FinishReason reason, TokenUsage usage) implements GenerationEnd {
        public Completed {
            requireNonNull(reason, "reason is null");
            requireNonNull(usage, "usage is null");
        }

        /** Whether the token limit ended it, not the model. */
        public boolean cut() {
            return reason == FinishReason.LENGTH;
        }
    }

    /** By the caller. */
    record Cancelled(TokenUsage usage) implements GenerationEnd {
        public Cancelled {
            requireNonNull(usage, "usage is null");
        }
    }

    /**
     * By a failure.
     *
     * @param kind what to do about it
     * @param message a sentence without any text of prompt or answer
     */
    record Failed(FailureKind kind, String message, TokenUsage usage) implements GenerationEnd {
        public Failed {
            requireNonNull(kind, "kind is null");
            requireNonNull(message, "message is null");
            requireNonNull(usage, "usage is null");
        }
    }
}

package dev.ponder.cluster.run;

import static java.util.Objects.requireNonNull;

/** What a check came to. */
sealed interface Outcome {

    /** It holds. */
    record Held() implements Outcome {}

    /** It does not. */
    record Failed(String why) implements Outcome {
        public Failed {
            requireNonNull(why, "why is null");
        }
    }

    /** It was not tried. */
    record Skipped(String why) implements Outcome {
        public Skipped {
            requireNonNull(why, "why is null");
        }
    }

    /** The word that begins its line. */
    default String word() {
        return switch (this) {
            case Held _ -> "ok";
            case Failed _ -> "FAILED";
            case Skipped _ -> "skipped";
        };
    }

    /** Why, or an empty text where it holds. */
    default String reason() {
        return switch (this) {
            case Held _ -> "";
            case Failed(String why) -> why;
            case Skipped(String why) -> why;
        };
    }
}

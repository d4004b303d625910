package dev.ponder.autoscaler.actuation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Function;

/** What the cluster answered. A refusal is no exception: the next turn asks again. */
public sealed interface Answer<T> {

    /** It did as asked. */
    record Got<T>(T value) implements Answer<T> {
        public Got {
            requireNonNull(value, "value is null");
        }
    }

    /** There is no such thing. */
    record Absent<T>(String why) implements Answer<T> {}

    /** Somebody else wrote since it was read. */
    record Conflicted<T>(String why) implements Answer<T> {}

    /**
     * Too many ask.
     *
     * @param after how long to wait before asking again
     */
    record Throttled<T>(Duration after, String why) implements Answer<T> {
        public Throttled {
            if (after.isNegative()) {
                throw new IllegalArgumentException("nobody waits a negative time: " + after);
            }
        }
    }

    /** It may not be done, or not so. */
    record Refused<T>(int status, String why) implements Answer<T> {}

    /** The server failed, or was not reached. */
    record Failed<T>(String why) implements Answer<T> {}

    /** The same answer in another form. */
    default <R> Answer<R> map(Function<? super T, ? extends R> form) {
        return switch (this) {
            case Got<T>(T value) -> new Got<>(form.apply(value));
            case Absent<T>(String why) -> new Absent<>(why);
            case Conflicted<T>(String why) -> new Conflicted<>(why);
            case Throttled<T>(Duration after, String why) -> new Throttled<>(after, why);
            case Refused<T>(int status, String why) -> new Refused<>(status, why);
            case Failed<T>(String why) -> new Failed<>(why);
        };
    }

    /** Why not, for a person; empty text where it did as asked. */
    default String sentence() {
        return switch (this) {
            case Got<T> _ -> "";
            case Absent<T>(String why) -> why;
            case Conflicted<T>(String why) -> why;
            case Throttled<T>(Duration after, String why) -> why + " (again in " + after + ")";
            case Refused<T>(int status, String why) -> why + " (status " + status + ")";
            case Failed<T>(String why) -> why;
        };
    }
}

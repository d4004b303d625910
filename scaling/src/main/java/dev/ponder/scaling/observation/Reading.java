package dev.ponder.scaling.observation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/** What a source said, or why it said nothing: a source that is gone must not look like one that is at rest. */
public sealed interface Reading<T> {

    /** The source answered. */
    record Known<T>(T value) implements Reading<T> {
        public Known {
            requireNonNull(value, "value is null");
        }
    }

    /**
     * The source did not.
     *
     * @param why for the log, without secrets
     */
    record Missing<T>(String why) implements Reading<T> {
        public Missing {
            requireNonNull(why, "why is null");
        }
    }

    /** What was read. */
    static <T> Reading<T> of(T value) {
        return new Known<>(value);
    }

    /** Nothing was read. */
    static <T> Reading<T> missing(String why) {
        return new Missing<>(why);
    }

    /** The value, where there is one. */
    default Optional<T> known() {
        return switch (this) {
            case Known<T>(T value) -> Optional.of(value);
            case Missing<T> _ -> Optional.empty();
        };
    }

    /** The same reading in another form. */
    default <R> Reading<R> map(Function<? super T, ? extends R> form) {
        return flatMap(value -> new Known<>(form.apply(value)));
    }

    /** What is read of the value, which may be missing in its turn. */
    default <R> Reading<R> flatMap(Function<? super T, Reading<R>> further) {
        return switch (this) {
            case Known<T>(T value) -> further.apply(value);
            case Missing<T>(String why) -> new Missing<>(why);
        };
    }
}

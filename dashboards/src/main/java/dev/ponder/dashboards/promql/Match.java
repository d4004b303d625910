package dev.ponder.dashboards.promql;

import static java.util.Objects.requireNonNull;

/** What a label must be for a series to count. */
public sealed interface Match {

    /** The label's key as a meter's tag has it. */
    String tag();

    /** As it stands between braces. */
    String promql();

    /** Just this value. */
    record Is(String tag, String value) implements Match {
        public Is {
            requireNonNull(tag, "tag is null");
            requireNonNull(value, "value is null");
        }

        @Override
        public String promql() {
            return Names.label(tag) + "=\"" + value + "\"";
        }
    }

    /** Any but this value. */
    record IsNot(String tag, String value) implements Match {
        public IsNot {
            requireNonNull(tag, "tag is null");
            requireNonNull(value, "value is null");
        }

        @Override
        public String promql() {
            return Names.label(tag) + "!=\"" + value + "\"";
        }
    }

    /** A value that a pattern fits as a whole. */
    record Fits(String tag, String pattern) implements Match {
        public Fits {
            requireNonNull(tag, "tag is null");
            requireNonNull(pattern, "pattern is null");
        }

        @Override
        public String promql() {
            return Names.label(tag) + "=~\"" + pattern + "\"";
        }
    }

    /** Just this value. */
    static Match is(String tag, String value) {
        return new Is(tag, value);
    }

    /** Any but this value. */
    static Match isNot(String tag, String value) {
        return new IsNot(tag, value);
    }

    /** A value that a pattern fits as a whole. */
    static Match fits(String tag, String pattern) {
        return new Fits(tag, pattern);
    }
}

package dev.ponder.dashboards.panel;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** One picture of a dashboard. */
public sealed interface Panel {

    /** What it is for. */
    Words words();

    /** How its figures are read. */
    Scale scale();

    /** What it asks, one query at least. */
    List<Query> queries();

    /** Curves over time. */
    record Curves(Words words, Scale scale, boolean stacked, List<Query> queries) implements Panel {
        public Curves {
            requireNonNull(words, "words is null");
            requireNonNull(scale, "scale is null");
            queries = some(queries);
        }
    }

    /** One large figure: what a query says now. */
    record Figure(Words words, Scale scale, List<Query> queries) implements Panel {
        public Figure {
            requireNonNull(words, "words is null");
            requireNonNull(scale, "scale is null");
            queries = some(queries);
        }
    }

    /** A bar for each series: what they say now. */
    record Bars(Words words, Scale scale, List<Query> queries) implements Panel {
        public Bars {
            requireNonNull(words, "words is null");
            requireNonNull(scale, "scale is null");
            queries = some(queries);
        }
    }

    private static List<Query> some(List<Query> queries) {
        if (queries.isEmpty()) {
            throw new IllegalArgumentException("a panel asks something");
        }
        return List.copyOf(queries);
    }
}

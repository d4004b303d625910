package dev.ponder.scaling.trace;

import java.util.Arrays;
import java.util.List;

/** A request a line under a header that names {@code t_s} (seconds), {@code in_tokens} and {@code out_tokens} among others. */
final class CsvRows implements Rows {

    private static final String TIME = "t_s";
    private static final String INPUT = "in_tokens";
    private static final String OUTPUT = "out_tokens";

    private final Arrivals arrivals = new Arrivals();
    private final int columns;
    private final int time;
    private final int input;
    private final int output;

    /** Reads the header. */
    CsvRows(Place place, String header) throws UnreadableTraceException {
        List<String> names = cells(header);
        this.columns = names.size();
        this.time = column(place, names, TIME);
        this.input = column(place, names, INPUT);
        this.output = column(place, names, OUTPUT);
    }

    private static int column(Place place, List<String> names, String wanted) throws UnreadableTraceException {
        int at = names.indexOf(wanted);
        if (at < 0) {
            throw place.wrong("the header lacks %s; it must name %s, %s and %s, or lines must be JSON objects"
                    .formatted(wanted, TIME, INPUT, OUTPUT));
        }
        return at;
    }

    @Override
    public void take(Place place, String line) throws UnreadableTraceException {
        List<String> cells = cells(line);
        if (cells.size() != columns) {
            throw place.wrong(
                    "%d fields where the header names %d; write one a column".formatted(cells.size(), columns));
        }
        arrivals.add(TracedRequest.plain(
                Numbers.time(place, TIME, cells.get(time), 1),
                Numbers.tokens(place, INPUT, cells.get(input)),
                Numbers.tokens(place, OUTPUT, cells.get(output))));
    }

    @Override
    public Trace finish(String name) throws UnreadableTraceException {
        return arrivals.finish(name);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }
}

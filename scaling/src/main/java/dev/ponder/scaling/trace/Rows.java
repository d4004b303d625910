package dev.ponder.scaling.trace;

/** One form of trace file, read line by line; a file's lines go to one of these by one thread. */
sealed interface Rows permits CsvRows, RequestRows, RateRows {

    /** Takes a line that is not blank. */
    void take(Place place, String line) throws UnreadableTraceException;

    /** What all lines came to. */
    Trace finish(String name) throws UnreadableTraceException;
}

package dev.ponder.scaling.trace;

/**
 * A line of a trace file.
 *
 * @param file its name
 * @param line from 1
 */
record Place(String file, long line) {

    private static final int SHOWN = 40;

    /** What to throw where a field cannot be what it is. */
    UnreadableTraceException wrong(String field, String found, String fix) {
        String shown = found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
        return new UnreadableTraceException("%s: %s is %s; %s".formatted(this, field, shown, fix));
    }

    /** What to throw where a line as a whole cannot be read. */
    UnreadableTraceException wrong(String what) {
        return new UnreadableTraceException(this + ": " + what);
    }

    @Override
    public String toString() {
        return file + ", line " + line;
    }
}

package dev.ponder.scaling.log;

/** A field of a line is not what it should be. */
final class WrongFieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String why;

    WrongFieldException(String path, String why) {
        super(path + ": " + why);
        this.path = path;
        this.why = why;
    }

    /** The same, seen from the field around it. */
    WrongFieldException within(String outer) {
        return new WrongFieldException(outer + (path.startsWith("[") ? "" : ".") + path, why);
    }
}

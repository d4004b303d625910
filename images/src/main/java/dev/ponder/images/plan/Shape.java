package dev.ponder.images.plan;

/** How a module's build lays what runs. */
public enum Shape {
    /** {@code target/quarkus-app}, which is taken as it is. */
    QUARKUS("quarkus-run.jar"),
    /** A jar in {@code target} whose manifest names the libraries in {@code target/lib}. */
    PLAIN("run.jar");

    private final String jar;

    Shape(String jar) {
        this.jar = jar;
    }

    /** The jar that starts, as it is called in the image. */
    public String jar() {
        return jar;
    }
}

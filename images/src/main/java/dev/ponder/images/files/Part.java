package dev.ponder.images.files;

/** What a file is, which says how often it changes: each part is a layer, the steadiest lowest. */
public enum Part {
    LIBRARIES("libraries"),
    HOUSE("our own modules"),
    APPLICATION("application"),
    SBOM("bill of materials"),
    /** What Quarkus writes at build time: the one part of a build that is not the same twice. */
    GENERATED("generated code");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    /** Its name in an image's history. */
    public String title() {
        return title;
    }
}

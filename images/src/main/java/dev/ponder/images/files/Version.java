package dev.ponder.images.files;

/** The version of this build. */
public final class Version {

    private static final String UNPACKED = "development";

    private Version() {}

    /** As the manifest of our jar says it; {@code development} where classes run without a jar. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? UNPACKED : version;
    }
}

package dev.ponder.images.assembly;

import com.google.cloud.tools.jib.api.buildplan.Platform;

/** The kind of machine that images are made for: the one that makes them, since caches are trained on it. */
final class Machine {

    private Machine() {}

    static Platform platform() {
        String here = System.getProperty("os.arch");
        return new Platform(here.equals("aarch64") ? "arm64" : "amd64", "linux");
    }
}

package dev.ponder.images.assembly;

import java.nio.file.Path;

/** Where images go. */
public sealed interface Target {

    /** Into the engine that {@code docker} speaks to. */
    record Engine() implements Target {}

    /** A tar a image into a folder, as {@code docker load} takes it. */
    record Folder(Path path) implements Target {}
}

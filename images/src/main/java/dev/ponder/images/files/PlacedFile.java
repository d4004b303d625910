package dev.ponder.images.files;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A file of an image.
 *
 * @param source where the build left it
 * @param place its path below the image's home, with slashes
 * @param part what it is
 */
public record PlacedFile(Path source, String place, Part part) {

    public PlacedFile {
        requireNonNull(source, "source is null");
        requireNonNull(part, "part is null");
        if (place.isEmpty() || place.startsWith("/")) {
            throw new IllegalArgumentException("place is not below the home: " + place);
        }
    }
}

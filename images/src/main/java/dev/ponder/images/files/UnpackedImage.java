package dev.ponder.images.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/** An image's files in a folder, as they lie in the image, times included: a start-up cache holds for jars of the same time only. */
public final class UnpackedImage {

    /** The time of every file in our images: the same in every build, so that layers are. */
    public static final Instant FILE_TIME = Instant.ofEpochSecond(1);

    private UnpackedImage() {}

    /** Copies the files below a folder, which is made. */
    public static void lay(List<PlacedFile> files, Path home) throws IOException {
        for (PlacedFile file : files) {
            Path at = home.resolve(file.place());
            Files.createDirectories(at.getParent());
            Files.copy(file.source(), at, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(at, FileTime.from(FILE_TIME));
        }
    }
}

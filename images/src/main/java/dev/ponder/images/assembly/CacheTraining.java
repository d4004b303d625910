package dev.ponder.images.assembly;

import dev.ponder.images.files.Folder;
import dev.ponder.images.files.Part;
import dev.ponder.images.files.PlacedFile;
import dev.ponder.images.plan.ImagePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Trains on the base image itself, so that the JVM and the files' times are those of the images: in a container without a network
 * where an engine answers, since its C library is the right one then too; else with the JRE unpacked out of the base image.
 */
public final class CacheTraining {

    private static final String IMAGES = "/images";
    private static final String TRAINER = "/training";
    private static final String OUT = "/caches";

    private final Assembly assembly;

    /** Trains on the base of an assembly. */
    public CacheTraining(Assembly assembly) {
        this.assembly = assembly;
    }

    /**
     * Does it, and leaves {@code NAME.aot} of each image in a folder.
     *
     * @param images the files of each image
     * @param program our own jar, its libraries in {@code lib} beside it
     */
    public void run(Map<ImagePlan, List<PlacedFile>> images, Path program, Path out)
            throws IOException, InterruptedException {
        Map<String, List<PlacedFile>> folders = new HashMap<>();
        images.forEach((plan, files) -> folders.put(IMAGES + "/" + plan.name(), files));
        folders.put(TRAINER, trainer(program));
        List<String> command = List.of(
                "java",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                TRAINER + "/trainer.jar",
                "dev.ponder.images.startup.TrainingMain",
                IMAGES,
                OUT);
        String reference = "ponder-training:" + ProcessHandle.current().pid();
        if (Engine.answers()) {
            contained(folders, command, reference, out);
        } else {
            unpacked(folders, command, reference, out);
        }
    }

    private void contained(Map<String, List<PlacedFile>> folders, List<String> command, String reference, Path out)
            throws IOException, InterruptedException {
        try {
            assembly.makeForTraining(folders, command, reference, new Target.Engine());
            Engine.run(reference, OUT, out);
        } finally {
            Engine.forget(reference);
        }
    }

    private void unpacked(Map<String, List<PlacedFile>> folders, List<String> command, String reference, Path out)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("ponder-training-");
        try {
            assembly.makeForTraining(folders, command, reference, new Target.Folder(work));
            UnpackedTraining.unpack(work.resolve(Assembly.TRAINING + ".tar"), work)
                    .run(command, out);
        } finally {
            Folder.remove(work);
        }
    }

    /** Whether there is a way to train here. */
    public static boolean isPossible() throws InterruptedException {
        return Engine.answers() || UnpackedTraining.isPossible();
    }

    private static List<PlacedFile> trainer(Path program) throws IOException {
        List<PlacedFile> files = new ArrayList<>(List.of(new PlacedFile(program, "trainer.jar", Part.APPLICATION)));
        try (Stream<Path> libraries = Files.list(program.resolveSibling("lib"))) {
            libraries
                    .sorted()
                    .forEach(jar -> files.add(new PlacedFile(jar, "lib/" + jar.getFileName(), Part.LIBRARIES)));
        }
        return files;
    }
}

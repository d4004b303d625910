package dev.ponder.images.startup;

import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Path;

/** Trains within a container of the base image, or wherever it is called: with the JVM that runs it. */
public final class TrainingMain {

    private TrainingMain() {}

    /** Takes the folder of the images' files, and the one for the caches. Exit code 0 says that all caches are there. */
    public static void main(String[] arguments) throws IOException, InterruptedException, LaunchException {
        if (arguments.length != 2) {
            System.err.println("usage: TrainingMain IMAGES OUT");
            System.exit(2);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path out = Path.of(arguments[1]);
        House house = House.at(java, Path.of(arguments[0]), out.resolve("work"));
        new Training(house, line -> System.out.println("  " + line)).run(out);
    }
}

package dev.ponder.images.files;

import dev.ponder.images.plan.Catalogue;
import dev.ponder.images.plan.ImagePlan;
import dev.ponder.images.plan.Shape;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds what belongs into an image among what the build left. */
public final class ImageFiles {

    private static final String LIST_OF_QUARKUS = "quarkus-app-dependencies.txt";

    private final Checkout checkout;

    /** Looks in a checkout whose modules are built. */
    public ImageFiles(Checkout checkout) {
        this.checkout = checkout;
    }

    /**
     * The files of an image, ordered by place.
     *
     * @throws LaunchException if the module is not built, or its bill of materials is missing
     */
    public List<PlacedFile> of(ImagePlan plan) throws LaunchException {
        Path target = checkout.root().resolve(plan.module()).resolve("target");
        List<PlacedFile> files = new ArrayList<>();
        switch (plan.shape()) {
            case QUARKUS -> files.addAll(below(target.resolve("quarkus-app"), ""));
            case PLAIN -> {
                Path jar = checkout.jar(plan.module());
                files.add(new PlacedFile(jar, Shape.PLAIN.jar(), Part.APPLICATION));
                files.addAll(below(target.resolve("lib"), "lib/"));
            }
        }
        files.add(new PlacedFile(bill(target), "sbom/" + plan.name() + ".cdx.json", Part.SBOM));
        if (plan.name().equals(Catalogue.SHARD)) {
            Path answers = checkout.root().resolve("local/samples/answers.jsonl");
            files.add(new PlacedFile(answers, "samples/answers.jsonl", Part.APPLICATION));
        }
        files.sort(Comparator.comparing(PlacedFile::place));
        return files;
    }

    private static Path bill(Path target) throws LaunchException {
        Path bill = target.resolve("bom.json");
        if (!Files.isReadable(bill)) {
            throw new LaunchException("there is no bill of materials " + bill
                    + ": build the module with Maven's package, online (the plugin asks for it)");
        }
        return bill;
    }

    private static List<PlacedFile> below(Path folder, String prefix) throws LaunchException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(LIST_OF_QUARKUS))
                    .map(file -> placed(file, prefix + slashed(folder.relativize(file))))
                    .toList();
        } catch (IOException unbuilt) {
            throw new LaunchException("there is no " + folder + ": build it first", unbuilt);
        }
    }

    private static PlacedFile placed(Path file, String place) {
        return new PlacedFile(file, place, partOf(place));
    }

    /** Our own jars carry our version, which no library does. */
    private static Part partOf(String place) {
        if (place.startsWith("quarkus/")) {
            return Part.GENERATED;
        }
        if (!place.startsWith("lib/")) {
            return Part.APPLICATION;
        }
        return place.endsWith("-" + Version.current() + ".jar") ? Part.HOUSE : Part.LIBRARIES;
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}

package dev.ponder.bench.start;

import dev.ponder.images.files.ImageFiles;
import dev.ponder.images.files.UnpackedImage;
import dev.ponder.images.plan.Catalogue;
import dev.ponder.images.plan.Entrypoint;
import dev.ponder.images.plan.ImagePlan;
import dev.ponder.images.startup.House;
import dev.ponder.images.startup.Training;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The services in both forms: the images' files in a folder, with caches trained on this JVM, and plain jars of the same sources. */
final class Packed {

    /** Where {@code ./ponder bench start} has Maven put fast-jars. */
    private static final String PLAIN = "target/plain";
    /** A container of 512 MiB: what its JVM chooses by itself there. */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xmx358m");

    private final Checkout checkout;
    private final House house;
    private final Path caches;

    private Packed(Checkout checkout, House house, Path caches) {
        this.checkout = checkout;
        this.house = house;
        this.caches = caches;
    }

    /** Unpacks and trains: some two minutes. */
    static Packed prepare(Checkout checkout, Path work) throws IOException, InterruptedException, LaunchException {
        Path images = work.resolve("images");
        ImageFiles files = new ImageFiles(checkout);
        for (ImagePlan plan : Catalogue.all()) {
            UnpackedImage.lay(files.of(plan), images.resolve(plan.name()));
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path caches = work.resolve("caches");
        new Training(House.at(java, images, work.resolve("training")), line -> System.out.println("  " + line))
                .run(caches);
        return new Packed(checkout, House.at(java, images, work.resolve("bench")), caches);
    }

    House house() {
        return house;
    }

    /** How a form of an image starts: where its files are, and with which flags. */
    Packing packing(ImagePlan plan, Form form) throws LaunchException {
        return switch (form) {
            case PLAIN -> new Packing(plain(plan), SMALL);
            case SHIPPED -> new Packing(house.home(plan.name()), with(Entrypoint.use(cache(plan))));
        };
    }

    private String cache(ImagePlan plan) {
        return caches.resolve(plan.name() + ".aot").toString();
    }

    private static List<String> with(String flag) {
        return List.of(SMALL.getFirst(), SMALL.getLast(), flag);
    }

    private Path plain(ImagePlan plan) throws LaunchException {
        Path home = checkout.root().resolve(plan.module()).resolve(PLAIN);
        if (!Files.isReadable(home.resolve(plan.shape().jar()))) {
            throw new LaunchException(
                    "there is no fast-jar in " + home + ": call ./ponder bench start, which makes it");
        }
        return home;
    }

    /** What a start needs to know of a form. */
    record Packing(Path home, List<String> flags) {

        Packing {
            flags = List.copyOf(flags);
        }
    }
}

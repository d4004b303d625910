package dev.ponder.images;

import dev.ponder.images.assembly.Assembly;
import dev.ponder.images.assembly.CacheTraining;
import dev.ponder.images.assembly.Made;
import dev.ponder.images.assembly.Target;
import dev.ponder.images.files.ImageFiles;
import dev.ponder.images.files.Part;
import dev.ponder.images.files.PlacedFile;
import dev.ponder.images.files.Version;
import dev.ponder.images.plan.Catalogue;
import dev.ponder.images.plan.ImagePlan;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ponder images}: an image for each service, for the tools, for the model's jobs, and for the simulated shard. */
@Command(
        name = "images",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a container image of router, reasoner, cache, autoscaler, of the tools (this command line), of the jobs that"
                    + " bring a model to its shards, and of a simulated shard.",
            "Each gets a start-up cache of the JVM, trained in a container of the base image (some two minutes) where a container"
                    + " engine answers (docker), else with the JRE unpacked from it, on Linux.",
            "Exit code 0 when all images are made, 3 when something did not work."
        })
public final class ImagesCommand implements Callable<Integer> {

    private static final int FAILED = 3;
    private static final String PUBLIC_BASE = "eclipse-temurin:25-jre";

    @Option(
            names = "--base-image",
            paramLabel = "REF",
            defaultValue = PUBLIC_BASE,
            description = "An image with a JRE 25 (java on its PATH): a reference, tar://FILE or docker://REFERENCE"
                    + " (${DEFAULT-VALUE}).")
    private String base = PUBLIC_BASE;

    @Option(
            names = "--repository",
            paramLabel = "NAME",
            defaultValue = "ponder",
            description = "What images are called before their own name (${DEFAULT-VALUE}).")
    private String repository = "ponder";

    @Option(names = "--tag", paramLabel = "T", description = "Their tag (the version of this checkout).")
    private @Nullable String tag;

    @Option(names = "--no-startup-cache", description = "Make them without start-up caches, though an engine answers.")
    private boolean plain;

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    /** One of the two. */
    static final class Where {

        @Option(names = "--to", paramLabel = "DIR", description = "Write NAME.tar and NAME.cdx.json of each there.")
        @Nullable
        Path folder;

        @Option(names = "--load", description = "Put them into the engine that docker speaks to.")
        boolean load;
    }

    /** Runs it. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new ImagesCommand())
                .setExecutionExceptionHandler(ImagesCommand::explain)
                .execute(arguments));
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof IOException || failure instanceof LaunchException) {
            command.getErr().println("ponder: " + failure.getMessage());
            return FAILED;
        }
        throw failure;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        Checkout checkout = Checkout.current();
        Path kept = checkout.state().resolve("images");
        Files.createDirectories(kept);
        Map<ImagePlan, List<PlacedFile>> files = new LinkedHashMap<>();
        ImageFiles finder = new ImageFiles(checkout);
        for (ImagePlan plan : Catalogue.all()) {
            files.put(plan, finder.of(plan));
        }
        Assembly assembly = new Assembly(base, checkout.root(), kept);
        Optional<Path> caches = train(assembly, files, checkout, kept);
        for (Map.Entry<ImagePlan, List<PlacedFile>> image : files.entrySet()) {
            make(assembly, image.getKey(), image.getValue(), caches);
        }
        return 0;
    }

    private Optional<Path> train(
            Assembly assembly, Map<ImagePlan, List<PlacedFile>> files, Checkout checkout, Path kept)
            throws IOException, InterruptedException, LaunchException {
        if (plain) {
            return Optional.empty();
        }
        if (!CacheTraining.isPossible()) {
            System.out.println("No container engine answers (docker), and this is no Linux:"
                    + " the images get no start-up cache and start more slowly.");
            return Optional.empty();
        }
        System.out.println("Training start-up caches on " + base);
        Path caches = kept.resolve("caches");
        new CacheTraining(assembly).run(files, checkout.jar("images"), caches);
        return Optional.of(caches);
    }

    private void make(Assembly assembly, ImagePlan plan, List<PlacedFile> files, Optional<Path> caches)
            throws IOException, InterruptedException {
        String reference = repository + "/" + plan.name() + ":" + (tag == null ? defaultTag() : tag);
        Path folder = where.folder;
        Target target = folder == null ? new Target.Engine() : new Target.Folder(folder);
        Optional<Path> cache = caches.map(all -> all.resolve(plan.name() + ".aot"));
        Made made = assembly.make(plan, files, cache, reference, target);
        if (folder != null) {
            for (PlacedFile file : files) {
                if (file.part() == Part.SBOM) {
                    Path beside = folder.resolve(plan.name() + ".cdx.json");
                    Files.copy(file.source(), beside, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        System.out.println(made.reference() + "  " + made.digest());
    }

    private static String defaultTag() {
        return Version.current();
    }
}

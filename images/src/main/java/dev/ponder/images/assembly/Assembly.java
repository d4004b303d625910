package dev.ponder.images.assembly;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.DockerDaemonImage;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Port;
import dev.ponder.images.files.Part;
import dev.ponder.images.files.PlacedFile;
import dev.ponder.images.files.UnpackedImage;
import dev.ponder.images.files.Version;
import dev.ponder.images.plan.Entrypoint;
import dev.ponder.images.plan.ImagePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Puts the layers of an image on a base image. What Jib keeps of base images and layers lies in a folder of ours. */
public final class Assembly {

    /** Nobody's number; a base image need not know it. */
    private static final String USER = "10001:10001";

    /** What the tar of a training image is called. */
    static final String TRAINING = "training";

    private final String base;
    private final Source source;
    private final Path kept;

    /**
     * Prepares images on a base.
     *
     * @param base a reference, {@code tar://FILE} or {@code docker://REFERENCE}
     * @param root the checkout that git is asked about
     * @param kept where layers are kept for the next time
     */
    public Assembly(String base, Path root, Path kept) throws InterruptedException {
        this.base = base;
        this.source = Source.of(root);
        this.kept = kept;
    }

    /**
     * Makes an image.
     *
     * @param cache its start-up cache, where there is one
     * @throws IOException if the base can't be had, or the target can't be written
     */
    public Made make(ImagePlan plan, List<PlacedFile> files, Optional<Path> cache, String reference, Target target)
            throws IOException, InterruptedException {
        JibContainerBuilder image = from(base);
        for (Part part : Part.values()) {
            List<PlacedFile> ofPart =
                    files.stream().filter(file -> file.part() == part).toList();
            if (!ofPart.isEmpty()) {
                image.addFileEntriesLayer(layer(part.title(), ofPart, Entrypoint.HOME));
            }
        }
        cache.ifPresent(file -> image.addFileEntriesLayer(cacheLayer(file)));
        image.setEntrypoint(Entrypoint.of(
                        "java",
                        Entrypoint.HOME,
                        plan,
                        cache.isPresent()
                                ? List.of(Entrypoint.use(Entrypoint.HOME + "/" + Entrypoint.CACHE))
                                : List.of()))
                .setProgramArguments(plan.arguments())
                .setUser(USER)
                .setWorkingDirectory(AbsoluteUnixPath.get("/tmp"))
                // What libraries write down belongs where a read-only image lets them.
                .setEnvironment(Map.of("HOME", "/tmp", "DJL_CACHE_DIR", "/tmp/djl"))
                .setLabels(labels(plan))
                .setCreationTime(source.time());
        plan.ports().forEach(port -> image.addExposedPort(Port.tcp(port)));
        return containerize(image, reference, target, plan.name());
    }

    /** Makes a throwaway image out of folders of files, by the path that each gets, for training on it. */
    Made makeForTraining(Map<String, List<PlacedFile>> folders, List<String> command, String reference, Target target)
            throws IOException, InterruptedException {
        JibContainerBuilder image = from(base);
        folders.forEach((path, files) -> image.addFileEntriesLayer(layer(path, files, path)));
        image.setEntrypoint(command).setProgramArguments(List.of());
        return containerize(image, reference, target, TRAINING);
    }

    private static JibContainerBuilder from(String base) throws IOException {
        try {
            JibContainerBuilder image = Jib.from(base);
            image.setPlatforms(Set.of(Machine.platform()));
            return image;
        } catch (InvalidImageReferenceException wrong) {
            throw new IOException("--base-image " + base + " is no reference of an image", wrong);
        }
    }

    private static FileEntriesLayer layer(String title, List<PlacedFile> files, String home) {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(title);
        files.forEach(file -> layer.addEntry(
                file.source(), AbsoluteUnixPath.get(home).resolve(file.place()), UnpackedImage.FILE_TIME));
        return layer.build();
    }

    private static FileEntriesLayer cacheLayer(Path cache) {
        return FileEntriesLayer.builder()
                .setName("start-up cache")
                .addEntry(
                        cache, AbsoluteUnixPath.get(Entrypoint.HOME).resolve(Entrypoint.CACHE), UnpackedImage.FILE_TIME)
                .build();
    }

    private Map<String, String> labels(ImagePlan plan) {
        return Map.of(
                "org.opencontainers.image.title", "ponder/" + plan.name(),
                "org.opencontainers.image.description", plan.about(),
                "org.opencontainers.image.version", Version.current(),
                "org.opencontainers.image.revision", source.revision(),
                "org.opencontainers.image.created", source.time().toString(),
                "org.opencontainers.image.licenses", "Apache-2.0",
                "org.opencontainers.image.base.name", base.startsWith("tar://") ? "local" : base);
    }

    private Made containerize(JibContainerBuilder image, String reference, Target target, String name)
            throws IOException, InterruptedException {
        try {
            Containerizer to =
                    switch (target) {
                        case Target.Engine() -> Containerizer.to(DockerDaemonImage.named(reference));
                        case Target.Folder(Path folder) -> {
                            Files.createDirectories(folder);
                            yield Containerizer.to(
                                    TarImage.at(folder.resolve(name + ".tar")).named(reference));
                        }
                    };
            JibContainer made = image.containerize(to.setToolName("ponder")
                    .setToolVersion(Version.current())
                    .setBaseImageLayersCache(kept.resolve("base"))
                    .setApplicationLayersCache(kept.resolve("layers")));
            return new Made(reference, made.getDigest().toString());
        } catch (InvalidImageReferenceException wrong) {
            throw new IOException(reference + " is no name of an image: see --repository and --tag", wrong);
        } catch (RegistryException | CacheDirectoryCreationException | ExecutionException failed) {
            throw new IOException("image " + reference + " on " + base + " was not made: " + rootOf(failed), failed);
        }
    }

    private static String rootOf(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}

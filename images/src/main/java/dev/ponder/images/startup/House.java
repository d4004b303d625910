package dev.ponder.images.startup;

import dev.ponder.images.files.Folder;
import dev.ponder.images.plan.Catalogue;
import dev.ponder.images.plan.Entrypoint;
import dev.ponder.images.plan.ImagePlan;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole platform on the loopback, its programs as they start in their images. One thread.
 *
 * @param java the launcher of the JVM that runs them
 * @param images the folder that has a folder of files for each image
 * @param work where logs and data go
 * @param places where each listens
 */
public record House(String java, Path images, Path work, Places places) {

    private static final String BROKER_DATA = "broker-data";
    private static final String CACHE_DATA = "cache-data";

    /** A house whose ports are free now. */
    public static House at(String java, Path images, Path work) throws IOException, LaunchException {
        Files.createDirectories(work);
        return new House(java, images, work, Places.find());
    }

    /** Where Kafka clients connect. */
    public String bootstrap() {
        return Places.local(places.broker());
    }

    /** Starts the broker out of the tools' jars and returns when it serves. */
    public Child broker() throws IOException, InterruptedException {
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                home(Catalogue.TOOLS).resolve("run.jar").toString(),
                "dev.ponder.local.broker.BrokerMain",
                "--dir",
                work.resolve(BROKER_DATA).toString(),
                "--port",
                String.valueOf(places.broker()),
                "--controller-port",
                String.valueOf(places.controller()));
        Child broker = Child.start("broker", command, log("broker"));
        broker.awaitReady(Optional.empty());
        return broker;
    }

    /** Starts an image's program with more flags, and its files from another folder where one is given. */
    public Child start(ImagePlan plan, List<String> flags, Path home) throws IOException {
        List<String> more = new ArrayList<>(flags);
        more.addAll(properties(plan));
        List<String> command = new ArrayList<>(Entrypoint.of(java, home.toString(), plan, more));
        command.addAll(arguments(plan));
        return Child.start(plan.name(), command, log(plan.name()));
    }

    /** The same from the folder of this house. */
    public Child start(ImagePlan plan, List<String> flags) throws IOException {
        return start(plan, flags, home(plan.name()));
    }

    /** Runs a command of the tools to its end, which has to be a good one. */
    public void tool(List<String> flags, List<String> arguments) throws IOException, InterruptedException {
        run(Catalogue.named(Catalogue.TOOLS), flags, arguments);
    }

    /** Runs a program that ends by itself, which has to be a good end. */
    void run(ImagePlan plan, List<String> flags, List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(Entrypoint.of(java, home(plan.name()).toString(), plan, flags));
        command.addAll(arguments);
        Child child = Child.start(arguments.getFirst(), command, log(plan.name()));
        int code = child.awaitEnd();
        if (code != 0) {
            throw child.failure("ended with exit code " + code);
        }
    }

    /** Where a program says whether it is ready; empty for one that prints it. */
    public Optional<URI> readiness(ImagePlan plan) {
        return page(plan, "/q/health/ready");
    }

    /** A page of a service. */
    Optional<URI> page(ImagePlan plan, String path) {
        int port = port(plan);
        return port == 0 ? Optional.empty() : Optional.of(URI.create("http://" + Places.local(port) + path));
    }

    /** Removes what broker and cache wrote, once they have ended; the logs stay. */
    public void forget() throws IOException {
        Folder.remove(work.resolve(BROKER_DATA));
        Folder.remove(work.resolve(CACHE_DATA));
    }

    /** Where the files of an image lie. */
    public Path home(String image) {
        return images.resolve(image);
    }

    private Path log(String name) {
        return work.resolve(name + ".log");
    }

    private int port(ImagePlan plan) {
        return switch (plan.name()) {
            case Catalogue.ROUTER -> places.router();
            case Catalogue.REASONER -> places.reasoner();
            case Catalogue.CACHE -> places.cache();
            case Catalogue.AUTOSCALER -> places.autoscaler();
            default -> 0;
        };
    }

    private List<String> properties(ImagePlan plan) {
        List<String> told = new ArrayList<>();
        if (port(plan) != 0) {
            told.add("-Dkafka.bootstrap.servers=" + bootstrap());
            told.add("-Dquarkus.http.host=127.0.0.1");
            told.add("-Dquarkus.http.port=" + port(plan));
        }
        told.addAll(
                switch (plan.name()) {
                    case Catalogue.ROUTER -> List.of("-Drouter.lookup.address=" + Places.local(places.lookups()));
                    case Catalogue.REASONER -> List.of("-Dreasoner.engine.shards=" + Places.local(places.shard()));
                    case Catalogue.CACHE ->
                        List.of(
                                "-Dcache.grpc.port=" + places.lookups(),
                                "-Dcache.storage.directory=" + work.resolve(CACHE_DATA));
                    case Catalogue.AUTOSCALER ->
                        List.of(
                                "-Dautoscaler.serving.port=" + places.scaler(),
                                "-Dautoscaler.pools.main.reasoners=http://" + Places.local(places.reasoner())
                                        + "/q/metrics",
                                "-Dautoscaler.pools.main.shards=http://" + Places.local(places.shardMetrics())
                                        + "/metrics");
                    default -> List.of();
                });
        return told;
    }

    private List<String> arguments(ImagePlan plan) {
        return plan.name().equals(Catalogue.SHARD)
                ? List.of("--grpc-port=" + places.shard(), "--metrics-port=" + places.shardMetrics())
                : List.of();
    }
}

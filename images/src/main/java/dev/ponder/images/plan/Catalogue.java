package dev.ponder.images.plan;

import java.util.List;

/** The images that there are. */
public final class Catalogue {

    /** The image of the command line, which also lays topics. */
    public static final String TOOLS = "tools";
    /** The image of the chart's jobs that bring a model to its shards. */
    public static final String MODELS = "model-repository";
    /** The image of a shard whose GPU is simulated. Its name says so, since an image travels further than its README. */
    public static final String SHARD = "simulated-shard";

    public static final String ROUTER = "router";
    public static final String REASONER = "reasoner";
    public static final String CACHE = "cache";
    public static final String AUTOSCALER = "autoscaler";

    private static final int HTTP = 8080;
    private static final int GRPC = 9000;

    private static final List<ImagePlan> ALL = List.of(
            service(ROUTER, List.of(HTTP), "Admits, classifies and dispatches questions, and settles their answers."),
            service(REASONER, List.of(HTTP), "Thinks about questions on Triton shards."),
            service(CACHE, List.of(HTTP, GRPC), "Tells again what was thought before."),
            service(AUTOSCALER, List.of(HTTP, GRPC), "Says how many replicas each pool should have."),
            new ImagePlan(
                    TOOLS,
                    "local",
                    Shape.PLAIN,
                    List.of(),
                    List.of("--help"),
                    "The commands of ./ponder that work on a Kafka: provision, ask, cancel, dead-letters, acls, erase."),
            new ImagePlan(
                    MODELS,
                    "model-repository",
                    Shape.PLAIN,
                    List.of(),
                    List.of("--help"),
                    "Sizes, fetches, quantises and lays out a model for Triton."),
            new ImagePlan(
                    SHARD,
                    "triton-shard",
                    Shape.PLAIN,
                    List.of(8000, 8001, 8002),
                    List.of(
                            "--bind=0.0.0.0",
                            "--http-port=8000",
                            "--grpc-port=8001",
                            "--metrics-port=8002",
                            "--brain=recorded,symbolic",
                            "--answers=" + Entrypoint.HOME + "/samples/answers.jsonl"),
                    "Speaks the Triton protocol over a SIMULATED GPU. For trials only."));

    private Catalogue() {}

    /** All of them. */
    public static List<ImagePlan> all() {
        return ALL;
    }

    /** The one of this name; throws where there is none. */
    public static ImagePlan named(String name) {
        return ALL.stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no image is called " + name + "; there are "
                        + ALL.stream().map(ImagePlan::name).toList()));
    }

    private static ImagePlan service(String name, List<Integer> ports, String about) {
        return new ImagePlan(name, name + "-service", Shape.QUARKUS, ports, List.of(), about);
    }
}

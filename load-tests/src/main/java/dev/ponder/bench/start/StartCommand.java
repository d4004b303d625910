package dev.ponder.bench.start;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.measure.Sample;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.images.files.Folder;
import dev.ponder.images.plan.Catalogue;
import dev.ponder.images.plan.ImagePlan;
import dev.ponder.images.startup.Child;
import dev.ponder.images.startup.House;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How soon a new replica is of use. */
@Command(
        name = "start",
        description = {
            "From exec to readiness of each service, broker, topics and shard being up: fast-jar beside what ships.",
            "Readiness is the answer 200 of /q/health/ready, which names topics, partitions and shards as in production."
        })
public final class StartCommand implements Callable<Integer> {

    private static final int QUICK_ROUNDS = 2;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--rounds", description = "Starts of each service in each form. Default: ${DEFAULT-VALUE}.")
    private int rounds = 9;

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        int asked = options.quick() ? QUICK_ROUNDS : rounds;
        options.say("Training start-up caches, then " + asked
                + " rounds, in each of which every service starts in both forms.");
        List<Contest> contests = services().stream().map(Contest::new).toList();
        Path work = Files.createTempDirectory("ponder-start-");
        try {
            measure(Packed.prepare(Checkout.current(), work), contests, asked);
        } finally {
            Folder.remove(work);
        }
        List<Row> rows = new ArrayList<>();
        for (Contest contest : contests) {
            for (Form form : Form.values()) {
                rows.add(row(contest.plan().name() + " " + form.title(), contest.sample(form)));
            }
        }
        options.publish(
                new Report(
                        "start",
                        Map.of("rounds", Integer.toString(asked)),
                        List.of(options.seed()),
                        metrics(contests),
                        rows),
                Map.of("start_s", "<= 3, stretch 1.5"));
        return 0;
    }

    private void measure(Packed packed, List<Contest> contests, int asked)
            throws IOException, InterruptedException, LaunchException {
        House house = packed.house();
        ImagePlan shard = Catalogue.named(Catalogue.SHARD);
        try (Child broker = house.broker();
                Child gpu = house.start(shard, List.of())) {
            house.tool(List.of(), List.of("provision", "--bootstrap", house.bootstrap()));
            gpu.awaitReady(house.readiness(shard));
            for (int round = 0; round < asked; round++) {
                options.say("  round " + (round + 1) + " of " + asked);
                for (Contest contest : contests) {
                    for (Form form : order(round)) {
                        contest.took(form, start(house, contest.plan(), packed.packing(contest.plan(), form)));
                    }
                }
            }
            gpu.terminate();
            broker.terminate();
        }
    }

    /** Each form goes first in every other round. */
    private static List<Form> order(int round) {
        return round % 2 == 0 ? List.of(Form.PLAIN, Form.SHIPPED) : List.of(Form.SHIPPED, Form.PLAIN);
    }

    private static List<ImagePlan> services() {
        return Catalogue.all().stream()
                .filter(plan -> plan.module().endsWith("-service"))
                .toList();
    }

    private static double start(House house, ImagePlan plan, Packed.Packing packing)
            throws IOException, InterruptedException {
        try (Child child = house.start(plan, packing.flags(), packing.home())) {
            double seconds = child.awaitReady(house.readiness(plan));
            child.terminate();
            return seconds;
        }
    }

    private static Row row(String name, Sample seconds) {
        return Row.named(name)
                .with("median_s", seconds.median())
                .with("least_s", seconds.percentile(1.0 / seconds.size()))
                .with("most_s", seconds.max());
    }

    /** The slowest of what ships, and how much longer the same service takes as a fast-jar. */
    private static Map<String, Double> metrics(List<Contest> contests) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        double slowest = 0;
        for (Contest contest : contests) {
            double shipped = contest.sample(Form.SHIPPED).median();
            if (shipped > slowest) {
                slowest = shipped;
                metrics.put("start_s", shipped);
                metrics.put("start_ratio", contest.sample(Form.PLAIN).median() / shipped);
            }
        }
        return metrics;
    }
}

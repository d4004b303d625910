package dev.ponder.bench.faults;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.bench.server.NoServerException;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What one faulty shard of four costs, and whether every request ends by its deadline. */
@Command(
        name = "shard-faults",
        description =
                "Has one of four shards do wrong, each fault in turn, and counts what is lost and what never ends.")
public final class ShardFaultsCommand implements Callable<Integer> {

    private static final int SHARDS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final List<String> FAULTS = List.of(
            "hang=2",
            "stall=5",
            "slow=20",
            "wedged",
            "cut=5",
            "rst=5",
            "goaway=5",
            "error=5",
            "wrong-datatype",
            "queue-full",
            "endless",
            "leaving");

    @Mixin
    private BenchOptions options = new BenchOptions();

    private final List<Row> rows = new ArrayList<>();
    private int unended;

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException, NoServerException {
        Duration window = Duration.ofSeconds(options.quick() ? 6 : 20);
        options.say(
                "24 jobs at once on the reasoner's own path (pool, retries, going on elsewhere), on shards of 8 slots and 20 ms a"
                        + " token; answers of 30 tokens, deadline "
                        + Caller.DEADLINE.toSeconds() + " s. Warm-up of " + WARM_UP.toSeconds()
                        + " s a row not counted.");
        double three;
        double dead;
        try (Fleet fleet = Fleet.start(SHARDS);
                WatchedPool four = new WatchedPool(fleet.all(), options.seed());
                WatchedPool others = new WatchedPool(fleet.others(), options.seed() + 1)) {
            four.awaitHealthy();
            others.awaitHealthy();
            for (String fault : FAULTS) {
                inTurn(fleet, four, fault, window);
            }
            three = measure("three healthy alone", others, () -> {}, window);
            dead = measure("one of four dead", four, () -> fleet.victim().kill(), window);
        }
        return publish(three, dead, window);
    }

    private int publish(double three, double dead, Duration window) throws IOException {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("goodput_one_of_four_dead", dead / three);
        metrics.put("unended", (double) unended);
        Map<String, String> arguments = Map.of("window_s", Long.toString(window.toSeconds()));
        options.publish(
                new Report("shard-faults", arguments, List.of(options.seed()), metrics, rows),
                Map.of("goodput_one_of_four_dead", ">= 0.9", "unended", "0"));
        return unended > 0 ? 1 : 0;
    }

    /** What goes wrong as the window begins, so that finding out is part of what is measured. */
    @FunctionalInterface
    private interface Blow {
        void strike() throws IOException, InterruptedException;
    }

    private void inTurn(Fleet fleet, WatchedPool four, String fault, Duration window)
            throws IOException, InterruptedException {
        measure("one of four: " + fault, four, () -> fleet.victim().fault(fault), window);
        fleet.victim().fault("");
        double back = four.awaitHealthy();
        if (!Double.isNaN(back)) {
            rows.set(rows.size() - 1, rows.getLast().with("back_s", back));
        }
    }

    private double measure(String name, WatchedPool pool, Blow blow, Duration window)
            throws IOException, InterruptedException {
        ClosedLoop loop = new ClosedLoop(new Caller(pool.pool()));
        loop.run(WARM_UP);
        blow.strike();
        ClosedLoop.Window seen = loop.run(window);
        Collection<Asked> asked = seen.requests();
        int completed = Asked.completed(asked);
        unended += Asked.unended(asked);
        rows.add(Row.named(name)
                .with("requests", asked.size())
                .with("completed", completed)
                .with("failed", asked.size() - completed)
                .with("unended", Asked.unended(asked))
                .with("tried_again", Asked.triedAgain(asked))
                .with("resumed", Asked.resumed(asked))
                .with("goodput_per_s", seen.perSecond()));
        options.say("  %-28s %d of %d completed".formatted(name, completed, asked.size()));
        return seen.perSecond();
    }
}

package dev.ponder.bench.elasticity;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.measure.Sample;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.fleet.choice.ChoiceRun;
import dev.ponder.fleet.choice.ChoiceSettings;
import dev.ponder.fleet.choice.Chooser;
import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.gpu.Sequence;
import dev.ponder.scaling.trace.TraceFile;
import dev.ponder.triton.client.pool.LeastDelay;
import dev.ponder.triton.client.pool.ShardChoice;
import dev.ponder.triton.client.pool.ShardLoad;
import dev.ponder.triton.client.pool.ShardPace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which shard takes a request: the choice that ships beside others, over the same arrivals. */
@Command(
        name = "shard-choice",
        description =
                "Sends a trace to simulated shards as it comes, by the shipped choice and by others; prefixes are cached.")
public final class ShardChoiceCommand implements Callable<Integer> {

    private static final double P99 = 0.99;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--trace", required = true, paramLabel = "FILE", description = "What arrives, best with prefixes.")
    private Path trace = Path.of("");

    @Option(names = "--shards", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int shards = 4;

    @Option(
            names = "--blocks",
            description = "Blocks of 512 prompt tokens that a shard keeps cached. Default: ${DEFAULT-VALUE}.")
    private int blocks = 1000;

    @Option(
            names = "--guess",
            description = "Lengths are guessed wrong by up to this factor. Default: ${DEFAULT-VALUE}.")
    private double guess = 2;

    @Override
    public Integer call() throws IOException {
        List<SimulatedRequest> requests = Crowd.of(TraceFile.read(trace), 1);
        ChoiceSettings settings = new ChoiceSettings(GpuOfMeasures.MODEL, shards, blocks, guess);
        List<Row> rows = new ArrayList<>();
        choosers()
                .forEach((name, chooser) ->
                        rows.add(row(name, ChoiceRun.play(settings, requests, chooser, options.seed()))));
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("p99_vs_power_of_two", rows.getFirst().figure("p99_s") / figure(rows, "p99_s"));
        metrics.put(
                "first_token_p99_vs_power_of_two", rows.getFirst().figure("ttft_p99_s") / figure(rows, "ttft_p99_s"));
        options.publish(
                new Report("shard-choice", arguments(), List.of(options.seed()), metrics, rows),
                Map.of("p99_vs_power_of_two", "<= 0.5"));
        return 0;
    }

    private Map<String, Chooser> choosers() {
        Map<String, Chooser> choosers = new LinkedHashMap<>();
        choosers.put("ours, least delay", Chooser.shipped(new LeastDelay(ShardPace.standard())));
        choosers.put("power of two", Chooser.powerOfTwo(options.seed()));
        choosers.put("least requests", Chooser.leastRequests());
        choosers.put("round robin", Chooser.roundRobin());
        choosers.put("fewest outstanding tokens", Chooser.shipped(ShardChoiceCommand::fewestTokens));
        return choosers;
    }

    /** What the least delay replaced. */
    private static OptionalInt fewestTokens(List<ShardLoad> shards, int promptTokens, int expectedTokens, int turn) {
        return ShardChoice.best(shards, turn, ShardLoad::outstandingTokens);
    }

    private static double figure(List<Row> rows, String figure) {
        return rows.get(1).figure(figure);
    }

    private Map<String, String> arguments() {
        return Map.of(
                "trace", String.valueOf(trace.getFileName()),
                "shards", Integer.toString(shards),
                "blocks", Integer.toString(blocks),
                "guess", Double.toString(guess));
    }

    private static Row row(String name, List<Sequence> sequences) {
        Sample whole = sample(sequences, one -> one.endedAt() - one.request().due());
        Sample first = sample(sequences, Sequence::firstTokenSeconds);
        return Row.named(name)
                .with("p50_s", whole.median())
                .with("p99_s", whole.percentile(P99))
                .with("ttft_p50_s", first.median())
                .with("ttft_p99_s", first.percentile(P99));
    }

    private static Sample sample(List<Sequence> sequences, ToDoubleFunction<Sequence> figure) {
        return Sample.of(sequences.stream().mapToDouble(figure).boxed().toList());
    }
}

package dev.ponder.bench.elasticity.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.elasticity.GpuOfMeasures;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What answers cost over how much is asked, in a simulated fleet. */
@Command(
        name = "frontier",
        description = {
            "What answers within their objectives cost at each load: our law beside the smallest static fleet,",
            "two laws of others and a clairvoyant, and why replicas were paid and not used."
        })
public final class FrontierCommand implements Callable<Integer> {

    private static final int SEEDS = 5;
    private static final int QUICK_SEEDS = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Mixin
    private LevelOptions load = new LevelOptions();

    @Mixin
    private PriceOptions price = new PriceOptions();

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with plots there.")
    private @Nullable Path html;

    @Override
    public Integer call() throws IOException {
        options.say(GpuOfMeasures.IN_WORDS);
        Frontier frontier = play();
        options.conclude(new Report("frontier", arguments(), seeds(), frontier.metrics(), frontier.rows()), Map.of());
        if (html != null) {
            Files.writeString(html, FrontierPage.of(frontier, remark()), UTF_8);
        }
        return 0;
    }

    private String remark() {
        String how = arguments().entrySet().stream()
                .map(argument -> argument.getKey() + " " + argument.getValue())
                .collect(Collectors.joining(", "));
        return "%s What was played: %s, seeds %s.".formatted(GpuOfMeasures.IN_WORDS, how, seeds());
    }

    private Frontier play() throws IOException {
        List<Contest> contests = new ArrayList<>();
        Tariff tariff = tariff();
        for (Level level : levels()) {
            List<Contest> some = seeds().stream()
                    .map(seed -> Contest.play(level, seed, load.max()))
                    .toList();
            contests.addAll(some);
            show(level, some, tariff);
        }
        return new Frontier(contests, tariff);
    }

    private void show(Level level, List<Contest> contests, Tariff tariff) {
        options.say("");
        options.say(level.name() + ", costs in " + tariff.currencyCode());
        options.say(Table.of(
                Frontier.standings(contests).map(one -> one.shortRow(tariff)).toList()));
    }

    private List<Level> levels() throws IOException {
        try {
            return load.levels(options.quick());
        } catch (IllegalArgumentException wrong) {
            throw refused(wrong);
        }
    }

    private Tariff tariff() {
        try {
            return price.tariff();
        } catch (IllegalArgumentException wrong) {
            throw refused(wrong);
        }
    }

    private ParameterException refused(IllegalArgumentException wrong) {
        return new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }

    private List<Long> seeds() {
        int count = options.quick() ? QUICK_SEEDS : SEEDS;
        return LongStream.range(options.seed(), options.seed() + count).boxed().toList();
    }

    private Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>(load.arguments(options.quick()));
        arguments.putAll(price.arguments());
        return arguments;
    }
}

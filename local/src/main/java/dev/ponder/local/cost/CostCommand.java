package dev.ponder.local.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.local.figures.Figures;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.terminal.Screen;
import dev.ponder.scaling.pricing.Demand;
import dev.ponder.scaling.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./ponder cost}: which of two offers is cheaper, by how much is asked of them. */
@Command(
        name = "cost",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two offers: which is cheaper at which load, by QPS and by requests",
            "a day, at slow and at fast output; what a request, a thousand answers and a",
            "right answer cost. Writes a page with plots beside the tables. Without offers",
            "it plays our two examples. docs/cost.md has the keys of an offer and the laws."
        },
        footer = {"", "Example: ./ponder cost --offers two.yaml --trace day.csv.gz --html cost.html"})
public final class CostCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--offers", paramLabel = "FILE", description = "Two offers, in YAML (our two examples).")
    private @Nullable Path offers;

    @Mixin
    private final TraceOptions traceOptions = new TraceOptions();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "What the prices are in (as the file says, or USD); nothing is converted.")
    private @Nullable Currency currency;

    @Option(names = "--html", paramLabel = "FILE", description = "Where to write the page (.ponder/cost.html).")
    private @Nullable Path html;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there.")
    private @Nullable Path json;

    private final Screen screen;
    private final Checkout checkout;

    /** For the command line. */
    public CostCommand() {
        this(Screen.standard(), Checkout.current());
    }

    CostCommand(Screen screen, Checkout checkout) {
        this.screen = screen;
        this.checkout = checkout;
    }

    @Override
    public Integer call() throws IOException {
        List<Report> reports = checked();
        ReportLines lines = new ReportLines(screen);
        for (Report report : reports) {
            lines.show(report);
            screen.line("");
        }
        screen.line("The same with plots: " + writePage(reports));
        if (json != null) {
            Figures.of("cost", arguments(), CostFigures.metrics(reports), CostFigures.rows(reports))
                    .write(json);
        }
        return 0;
    }

    private List<Report> checked() throws IOException {
        try {
            return reports();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private List<Report> reports() throws IOException {
        Trace trace = traceOptions.read();
        OfferFile reader = new OfferFile(currency, trace == null ? null : Demand.of(trace));
        List<Report> reports = new ArrayList<>();
        for (Path file : offers == null ? checkout.sampleOffers() : List.of(offers)) {
            reports.add(Report.of(reader.read(file), trace));
        }
        return reports;
    }

    private Path writePage(List<Report> reports) throws IOException {
        Path page = html == null ? checkout.state().resolve("cost.html") : html;
        Path folder = page.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return Files.writeString(page, CostPage.of(reports), UTF_8);
    }

    private Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("offers", offers == null ? "our own" : offers.toString());
        arguments.putAll(traceOptions.arguments());
        return arguments;
    }
}

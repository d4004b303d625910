package dev.ponder.models.sizing;

import dev.ponder.models.catalogue.Catalogue;
import dev.ponder.models.catalogue.ModelShape;
import dev.ponder.models.terminal.Bytes;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The law of the edge: weights are read as 32 bit, their linear layers made int8 one after the other; then keys and values of 32 bit for
 * every sequence at its longest, and what all of them compute when they read their prompts at the same moment. An estimate that is meant to
 * be above what is taken: the kernel ends whoever takes more. Pure.
 */
public final class HostSizing {

    private static final int WIDE = 4;
    private static final int LEAST_SEQUENCE = 256;
    private static final int LOGITS = 2;

    private final Catalogue catalogue;

    /** Knows a catalogue. */
    public HostSizing(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Says whether it fits, and where not what would. */
    public HostFit of(HostDeployment asked) {
        ModelShape shape = catalogue.model(asked.model());
        if (asked.sequence() > shape.longest()) {
            return new HostFit.Refused(
                    "sequences of %d tokens are longer than the model's %d"
                            .formatted(asked.sequence(), shape.longest()),
                    "ask for at most " + shape.longest());
        }
        HostFit.Fits taken = taken(shape, asked);
        return taken.most() <= asked.memory()
                ? taken
                : new HostFit.Refused(shortage(asked, taken), remedy(shape, asked));
    }

    private HostFit.Fits taken(ModelShape shape, HostDeployment asked) {
        long quantised = shape.layers()
                * shape.linears().stream()
                        .mapToLong(linear -> linear.inputs() * linear.outputs())
                        .sum();
        long loading = shape.parameters() * WIDE;
        long weights = (shape.parameters() - quantised) * WIDE + quantised;
        long tokens = (long) asked.batch() * asked.sequence();
        long cache = tokens * 2 * shape.layers() * shape.kvHeads() * shape.headSize() * WIDE;
        long attention = (long) (shape.heads() + 2 * shape.kvHeads()) * shape.headSize();
        long token = 2L * shape.hidden() + Math.max(attention, 3L * shape.intermediate());
        long logits = (long) asked.batch() * shape.vocabulary() * LOGITS;
        long reserve = (long) catalogue.reserves().hostMib() << 20;
        return new HostFit.Fits(loading, weights, cache, (tokens * token + logits) * WIDE, reserve);
    }

    private static String shortage(HostDeployment asked, HostFit.Fits taken) {
        return ("%s of memory; %s takes %s while it is loaded, then %s of weights, %s of keys and values and %s to read for %d"
                        + " sequences of %d tokens, and the server %s: %s at the most")
                .formatted(
                        Bytes.gb(asked.memory()),
                        asked.model(),
                        Bytes.gb(taken.loading()),
                        Bytes.gb(taken.weights()),
                        Bytes.gb(taken.cache()),
                        Bytes.gb(taken.steps()),
                        asked.batch(),
                        asked.sequence(),
                        Bytes.gb(taken.reserve()),
                        Bytes.gb(taken.most()));
    }

    private String remedy(ModelShape shape, HostDeployment asked) {
        String more = "give it " + Bytes.gb(taken(shape, asked).most()) + " of memory";
        OptionalInt fewer = IntStream.iterate(asked.batch() - 1, batch -> batch > 0, batch -> batch - 1)
                .filter(batch -> fits(shape, asked.with(batch, asked.sequence())))
                .findFirst();
        OptionalInt shorter = IntStream.iterate(
                        asked.sequence() / 2, tokens -> tokens >= LEAST_SEQUENCE, tokens -> tokens / 2)
                .filter(tokens -> fits(shape, asked.with(asked.batch(), tokens)))
                .findFirst();
        if (fewer.isEmpty() && shorter.isEmpty()) {
            return more + ", or take a smaller model";
        }
        return more
                + (fewer.isPresent() ? ", or serve at most " + fewer.orElseThrow() + " sequences at once" : "")
                + (shorter.isPresent() ? ", or sequences of at most " + shorter.orElseThrow() + " tokens" : "");
    }

    private boolean fits(ModelShape shape, HostDeployment asked) {
        return taken(shape, asked).most() <= asked.memory();
    }
}

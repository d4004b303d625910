package dev.ponder.bench.stack;

import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.ProcessTree;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackExtras;
import dev.ponder.local.launch.StackLauncher;
import dev.ponder.local.launch.StackSettings;
import dev.ponder.mechanics.time.Ticker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The house as processes, with shards that give a set number of tokens at a set pace. */
public final class BenchStack implements AutoCloseable {

    private final ProcessTree tree;
    private final Stack stack;

    private BenchStack(ProcessTree tree, Stack stack) {
        this.tree = tree;
        this.stack = stack;
    }

    /**
     * Starts the house.
     *
     * @param extras what single programs are told; the shards get {@link #pacedShard} besides
     */
    public static BenchStack start(int reasoners, StackExtras extras, Consumer<String> progress)
            throws LaunchException, InterruptedException {
        return start(StackSettings.DEFAULT.withReasoners(reasoners).withExtras(extras), progress);
    }

    /** Starts the house as the settings say. */
    public static BenchStack start(StackSettings settings, Consumer<String> progress)
            throws LaunchException, InterruptedException {
        Ticker ticker = Ticker.system();
        ProcessTree tree = ProcessTree.plant(ticker);
        Stack stack = new StackLauncher(Checkout.current(), tree, ticker, progress).start(settings);
        return new BenchStack(tree, stack);
    }

    /**
     * Arguments of a shard that needs {@code stepMillis} a token whatever the batch, and whose answers are as long as the prompt
     * says ({@code tokens=N}).
     */
    public static List<String> pacedShard(int stepMillis) {
        return pacedShard(stepMillis, 256);
    }

    /** The same, for so many answers at once. */
    public static List<String> pacedShard(int stepMillis, int mostAtOnce) {
        return List.of(
                "--brain",
                "synthetic",
                "--itl-base-ms",
                Integer.toString(stepMillis),
                "--itl-per-sequence-ms",
                "0",
                "--prefill-tokens-per-s",
                "1e9",
                "--max-batch",
                Integer.toString(mostAtOnce));
    }

    /** Extras for paced shards and reasoners of so many slots. */
    public static StackExtras paced(int stepMillis, int slots, Map<String, String> reasoner) {
        Map<String, String> properties = new HashMap<>(reasoner);
        properties.put("reasoner.slots", Integer.toString(slots));
        return new StackExtras(Map.of(), properties, pacedShard(stepMillis));
    }

    /** The stack itself. */
    public Stack stack() {
        return stack;
    }

    @Override
    public void close() {
        stack.close();
        tree.close();
    }
}

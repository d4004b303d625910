package dev.ponder.reasoner.progress;

import dev.ponder.contracts.progress.BegunChain;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.work.Task;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far one job has come, for whoever goes on with it: found at its beginning, written down while it runs, at most one record on its
 * way at a time, always the latest. A help and no promise: whatever fails here costs tokens, never the job. The job's thread alone, not
 * the one that brings tokens.
 */
public final class Trail {

    private static final System.Logger LOGGER = System.getLogger(Trail.class.getName());
    private static final int LOOKS = 4;

    private final Task task;
    private final boolean again;
    private final ProgressKeeper keeper;
    private int delivery;
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);
    private long lastNanos;
    private int written;
    private int alone;
    private @Nullable Progress before;
    private boolean left;

    Trail(Task task, int delivery, boolean again, ProgressKeeper keeper) {
        this.task = task;
        this.delivery = delivery;
        this.again = again;
        this.keeper = keeper;
        this.left = again;
        this.lastNanos = keeper.ticker().nanos();
    }

    /** From where the job goes on: the chains that an earlier holder had begun. */
    public List<BegunChain> begin() throws InterruptedException {
        List<BegunChain> begun = again ? known().map(this::take).orElse(List.of()) : List.of();
        lastNanos = keeper.ticker().nanos();
        return begun;
    }

    /** How many deliveries of this attempt were begun alone, as their holders wrote down before they began. */
    public int begunAlone() throws InterruptedException {
        return found().map(this::aloneIn).orElse(0);
    }

    /** Writes down, before anything else is done, that this delivery is begun alone; what was there stays. Waits until that is safe. */
    public void beginAlone() throws InterruptedException {
        Optional<Progress> found = found();
        before = found.orElse(null);
        found.ifPresent(this::countOn);
        alone = found.map(this::aloneIn).orElse(0) + 1;
        write(found.map(Progress::chains).orElse(List.of()));
        settle();
    }

    private int aloneIn(Progress found) {
        return found.attempt() == task.attempt() ? found.alone() : 0;
    }

    private void countOn(Progress found) {
        if (found.attempt() == task.attempt()) {
            delivery = Math.max(delivery, found.delivery() + 1);
        }
    }

    /** What was there before this delivery wrote anything itself. */
    private Optional<Progress> known() throws InterruptedException {
        return before == null ? found() : Optional.of(before);
    }

    /** Of this request: another one may have had its id. */
    private Optional<Progress> found() throws InterruptedException {
        return keeper.find(task.key(), task.arrivedAt())
                .filter(found -> found.arrivedAt().equals(task.arrivedAt()));
    }

    private List<BegunChain> take(Progress found) {
        if (found.chains().isEmpty()) {
            return List.of();
        }
        countOn(found);
        written = tokens(found.chains());
        keeper.noteResumed();
        LOGGER.log(Level.INFO, "{0} goes on from token {1}", task.key(), written);
        return found.chains();
    }

    /** Which delivery this is, as far as is known once the job has begun. */
    public int delivery() {
        return delivery;
    }

    /** Whether progress of this request may lie on the topic. */
    public boolean mayBeLeft() {
        return left;
    }

    /** How long nothing will be due. */
    public long quietNanos() {
        long every = keeper.pace().every().toNanos();
        return Math.max(every - (keeper.ticker().nanos() - lastNanos), every / LOOKS);
    }

    /** Writes down how far the job has come, if that is due. */
    public void look(Supplier<List<BegunChain>> soFar) {
        long sinceNanos = keeper.ticker().nanos() - lastNanos;
        if (!underWay.isDone() || sinceNanos < keeper.pace().every().toNanos()) {
            return;
        }
        List<BegunChain> now = soFar.get();
        if (keeper.pace().isWorthIt(written, tokens(now), now.size())) {
            write(now);
        }
    }

    /**
     * Writes down how far the job has come, because it ends here without an outcome, and waits until that is safe. What lives to be left
     * has killed nobody, so that it counts as not begun alone.
     */
    public void leave(List<BegunChain> soFar) throws InterruptedException {
        boolean marked = alone > 0;
        alone -= marked ? 1 : 0;
        if (!soFar.stream().allMatch(BegunChain::nothing) && (marked || tokens(soFar) != written)) {
            write(soFar);
        }
        settle();
    }

    /** Waits for what is on its way: what came after the outcome would not be deleted with it. */
    public void settle() throws InterruptedException {
        try {
            underWay.get(keeper.patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException notTaken) {
            LOGGER.log(Level.DEBUG, "the progress of {0} was not taken: {1}", task.key(), notTaken.toString());
        }
    }

    private static int tokens(List<BegunChain> chains) {
        return chains.stream().mapToInt(BegunChain::tokens).sum();
    }

    private void write(List<BegunChain> soFar) {
        Progress progress = new Progress(
                Progress.VERSION,
                task.tenant(),
                task.id(),
                task.attempt(),
                delivery,
                task.arrivedAt(),
                soFar,
                keeper.ticker().now(),
                alone,
                Map.of());
        lastNanos = keeper.ticker().nanos();
        written = tokens(soFar);
        left = true;
        underWay = kept(progress);
    }

    private CompletableFuture<Void> kept(Progress progress) {
        try {
            return keeper.keep(progress).toCompletableFuture();
        } catch (
                RuntimeException
                        refused) { // The rim's own failures: the next record holds all that this one would have.
            return CompletableFuture.failedFuture(refused);
        }
    }
}

package dev.ponder.reasoner.path;

import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.progress.BegunChain;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One of a job's chains, thought on a thread of its own. Its results are read after its arrival. */
final class Strand {

    private final GrowingChain chain;
    private final boolean holdsRoom;
    private @Nullable Thread thread;
    private @Nullable Outcome outcome;
    private @Nullable RuntimeException failure;
    private Usage spent = Usage.NONE;

    /**
     * A chain that waits to be thought.
     *
     * @param holdsRoom whether a generation will be needed for it
     */
    Strand(GrowingChain chain, boolean holdsRoom) {
        this.chain = chain;
        this.holdsRoom = holdsRoom;
    }

    /** Starts; tells of its arrival once it has ended, however it ended. */
    void start(ThreadFactory threads, Job job, ChainThinker thinker, Consumer<Strand> arrived) {
        Thread started = threads.newThread(() -> {
            try {
                think(job, thinker);
            } finally {
                arrived.accept(this);
            }
        });
        thread = started;
        started.start();
    }

    private void think(Job job, ChainThinker thinker) {
        try {
            Outcome thought = thinker.think(job, chain, Meanwhile.NOTHING);
            outcome = thought;
            spent = thought.usage();
        } catch (TakenAwayException cut) {
            spent = cut.spent();
        } catch (RuntimeException failed) { // Handed to the job's thread, which throws it as its own.
            failure = failed;
        }
    }

    void cut() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    boolean holdsRoom() {
        return holdsRoom;
    }

    BegunChain soFar() {
        return chain.soFar();
    }

    /** What came of it; nothing while it runs, and where it was cut. */
    Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    Usage spent() {
        return spent;
    }
}

package dev.ponder.reasoner.path;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.progress.BegunChain;

/** A job was taken away while it was thought about, and its generation cancelled. Says what had been spent and written. */
public final class TakenAwayException extends InterruptedException {

    private static final long serialVersionUID = 1L;

    private final transient Usage spent;
    private final transient BegunChain soFar;

    /** Tells of a job whose generations have cost this and come this far. */
    public TakenAwayException(Usage spent, BegunChain soFar) {
        super("the job was taken away");
        this.spent = requireNonNull(spent, "spent is null");
        this.soFar = requireNonNull(soFar, "soFar is null");
    }

    /** What it cost up to here. */
    public Usage spent() {
        return spent;
    }

    /** What the model had written, for whoever goes on with the job. */
    public BegunChain soFar() {
        return soFar;
    }
}

package dev.ponder.reasoner.path;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.outcome.Usage;

/** A job was taken away while it was thought about, and its generation cancelled. Says what had been spent, as far as is known. */
public final class TakenAwayException extends InterruptedException {

    private static final long serialVersionUID = 1L;

    private final transient Usage spent;

    /** Tells of a job whose generations have cost this. */
    public TakenAwayException(Usage spent) {
        super("the job was taken away");
        this.spent = requireNonNull(spent, "spent is null");
    }

    /** What it cost up to here. */
    public Usage spent() {
        return spent;
    }
}

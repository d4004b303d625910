package dev.ponder.reasoner.path;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.progress.BegunChain;
import java.util.List;

/** A job was taken away while it was thought about, and its generation cancelled. Says what had been spent and written. */
public final class TakenAwayException extends InterruptedException {

    private static final long serialVersionUID = 1L;

    private final transient Usage spent;
    private final transient List<BegunChain> soFar;

    /** Tells of a job whose generations have cost this and come this far. */
    public TakenAwayException(Usage spent, List<BegunChain> soFar) {
        super("the job was taken away");
        this.spent = requireNonNull(spent, "spent is null");
        this.soFar = List.copyOf(soFar);
    }

    /** What it cost up to here. */
    public Usage spent() {
        return spent;
    }

    /** What the model had written, for whoever goes on with the job. */
    public List<BegunChain> soFar() {
        return soFar;
    }
}

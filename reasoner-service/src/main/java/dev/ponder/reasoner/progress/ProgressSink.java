package dev.ponder.reasoner.progress;

import dev.ponder.contracts.progress.Progress;
import java.util.concurrent.CompletionStage;

/** Takes progress to where another holder of the work finds it; never blocks. */
@FunctionalInterface
public interface ProgressSink {

    /** Sends it on its way; the stage ends when every replica has it. */
    CompletionStage<Void> keep(Progress progress);
}

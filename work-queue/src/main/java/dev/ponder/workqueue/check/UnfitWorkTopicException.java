package dev.ponder.workqueue.check;

import java.util.List;
import java.util.stream.Collectors;

/** The queue must not open: its topics or groups would lose or stall work. The message names each key and its fix. */
public final class UnfitWorkTopicException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnfitWorkTopicException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(". ", "work topics are unfit: ", "")));
    }
}

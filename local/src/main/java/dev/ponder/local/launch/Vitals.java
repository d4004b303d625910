package dev.ponder.local.launch;

/** Whether everything that was started still runs. */
@FunctionalInterface
public interface Vitals {

    /** Fails if a part has ended by itself; the message shows the end of its log. */
    void check() throws LaunchException;
}

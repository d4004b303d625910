package dev.ponder.triton.shard.server;

/** Whether the server is going: a real one then refuses new inferences by name and lets streams in progress run on. */
final class ShutdownState {

    private volatile boolean going;

    void go() {
        going = true;
    }

    boolean isGoing() {
        return going;
    }
}

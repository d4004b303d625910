package dev.ponder.triton.shard.server;

import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the calls in progress, so that a server that is going can wait for their ends. Any thread. */
final class OpenCalls extends ServerStreamTracer.Factory {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();
    private int open;

    @Override
    public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
        change(1);
        return new ServerStreamTracer() {
            @Override
            public void streamClosed(Status status) {
                change(-1);
            }
        };
    }

    private void change(int by) {
        lock.lock();
        try {
            open += by;
            if (open == 0) {
                none.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no call is in progress, for at most so long. */
    void awaitNone(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long leftNanos = atMost.toNanos();
            while (open > 0 && leftNanos > 0) {
                leftNanos = none.awaitNanos(leftNanos);
            }
        } finally {
            lock.unlock();
        }
    }
}

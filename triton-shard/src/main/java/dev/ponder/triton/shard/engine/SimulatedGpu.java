package dev.ponder.triton.shard.engine;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.shard.fault.ActiveFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Plays the core at the pace of the clock. Owns one thread, which alone hands tokens to sinks; submissions and cancels come from
 * any thread and only take the lock.
 */
public final class SimulatedGpu implements Engine {

    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Ticker ticker;
    private final GpuModel model;
    private final GpuCore core;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread loop;

    /** Starts the GPU's thread. */
    public SimulatedGpu(GpuModel model, ActiveFaults faults, Ticker ticker) {
        this.ticker = ticker;
        this.model = model;
        this.core = new GpuCore(model, faults);
        this.loop = Thread.ofPlatform().name("simulated-gpu").daemon().start(this::run);
    }

    @Override
    public Optional<Running> submit(GenerationJob job, TokenSink sink) {
        Sequence sequence = new Sequence(job, sink, model);
        lock.lock();
        try {
            boolean taken = core.offer(sequence, ticker.nanos());
            changed.signal();
            return taken ? Optional.of(() -> cancel(sequence)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void cancel(Sequence sequence) {
        lock.lock();
        try {
            core.cancel(sequence, ticker.nanos());
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public EngineLoad load() {
        lock.lock();
        try {
            return core.load();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        loop.interrupt();
    }

    private void run() {
        List<Runnable> out = new ArrayList<>();
        try {
            while (true) {
                collect(out);
                out.forEach(Runnable::run);
                out.clear();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void collect(List<Runnable> out) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            core.advance(ticker.nanos(), out);
            while (out.isEmpty()) {
                long _ = changed.awaitNanos(untilNextEvent());
                core.advance(ticker.nanos(), out);
            }
        } finally {
            lock.unlock();
        }
    }

    private long untilNextEvent() {
        long next = core.nextEventNanos();
        return next == Long.MAX_VALUE ? IDLE_NANOS : next - ticker.nanos();
    }
}

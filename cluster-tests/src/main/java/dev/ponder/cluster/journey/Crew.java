package dev.ponder.cluster.journey;

import dev.ponder.cluster.parts.Pool;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.Stack;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One reasoner of this machine for each ready pod of a pool, since the cluster's nodes may run nothing: started when the pod is ready, ended
 * by SIGTERM when it goes. Owns a thread; endings have threads of their own.
 */
final class Crew implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Pool pool;
    private final Stack stack;
    private final Deque<String> idle = new ArrayDeque<>();
    private final Map<String, String> working = new HashMap<>();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Thread thread;

    /** Takes over reasoners of a stack, which have ended. */
    Crew(Pool pool, Stack stack, List<String> reasoners) {
        this.pool = pool;
        this.stack = stack;
        this.idle.addAll(reasoners);
        this.thread = Thread.ofPlatform().name("crew").start(this::run);
    }

    /** How many were started so far. */
    int started() {
        return started.get();
    }

    /** How many ended so far after they were told. */
    int ended() {
        return ended.get();
    }

    /** How many worked at once at most. */
    int most() {
        return most.get();
    }

    private void run() {
        try {
            while (true) {
                follow(new HashSet<>(pool.ready()));
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (LaunchException refused) {
            throw new IllegalStateException("a reasoner does not start", refused);
        }
    }

    private synchronized void follow(Set<String> pods) throws LaunchException {
        working.entrySet().removeIf(one -> {
            boolean gone = !pods.contains(one.getKey());
            if (gone) {
                Thread.ofPlatform().name("ends-" + one.getValue()).start(() -> end(one.getValue()));
            }
            return gone;
        });
        for (String pod : pods) {
            if (!working.containsKey(pod) && !idle.isEmpty()) {
                String reasoner = idle.remove();
                stack.restart(reasoner);
                working.put(pod, reasoner);
                started.incrementAndGet();
            }
        }
        most.accumulateAndGet(working.size(), Math::max);
    }

    private void end(String reasoner) {
        try {
            stack.terminate(reasoner);
            ended.incrementAndGet();
            synchronized (this) {
                idle.add(reasoner);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

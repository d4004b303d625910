package dev.ponder.bench.overhead;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs the bare relay until it is killed: {@code RelayMain BOOTSTRAP SHARD SLOTS exactly-once|at-least-once}. */
public final class RelayMain {

    private static final int ARGUMENTS = 4;

    private RelayMain() {}

    /** Starts the loops and waits for ever. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException("usage: RelayMain BOOTSTRAP SHARD SLOTS exactly-once|at-least-once");
        }
        Relay relay = new Relay(new RelayClients(arguments[0], arguments[1]));
        boolean exactlyOnce = arguments[3].equals("exactly-once");
        Stream<Thread> slots = IntStream.range(0, Integer.parseInt(arguments[2]))
                .mapToObj(i -> Thread.ofPlatform().name("think-" + i).start(relay::think));
        Stream<Thread> ends = Stream.of(
                Thread.ofPlatform().name("dispatch").start(relay::dispatch),
                Thread.ofPlatform().name("settle").start(() -> relay.settle(exactlyOnce)));
        List<Thread> all = Stream.concat(slots, ends).toList();
        for (Thread one : all) {
            one.join();
        }
    }
}

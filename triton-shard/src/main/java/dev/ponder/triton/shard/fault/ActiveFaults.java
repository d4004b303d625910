package dev.ponder.triton.shard.fault;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The faults that are switched on now, each with its number. Any thread may switch or ask. */
public final class ActiveFaults {

    private static final List<Fault> BREAKS = List.of(Fault.CUT, Fault.RST, Fault.GOAWAY);

    private final AtomicLong begun = new AtomicLong();
    private volatile Map<Fault, Double> active = Map.of();

    /** Switches exactly these on, in the form {@code stall=3,slow=2.5,wedged}; an empty text switches all off. */
    public void set(String faults) {
        Map<Fault, Double> parsed = new EnumMap<>(Fault.class);
        for (String one : faults.split(",", -1)) {
            if (!one.isBlank()) {
                int equals = one.indexOf('=');
                String name = equals < 0 ? one : one.substring(0, equals);
                parsed.put(Fault.named(name), equals < 0 ? 1.0 : Double.parseDouble(one.substring(equals + 1)));
            }
        }
        active = Map.copyOf(parsed);
    }

    /** Whether a sequence that has given so many tokens gives no more. */
    public boolean stalls(int tokens) {
        return active.containsKey(Fault.WEDGED) || tokens >= active.getOrDefault(Fault.STALL, Double.MAX_VALUE);
    }

    /** Whether the generation that begins now never gives a token. */
    public boolean hangs() {
        Double every = active.get(Fault.HANG);
        return every != null && begun.incrementAndGet() % Math.max(1, every.longValue()) == 0;
    }

    /** How many times longer a step lasts. */
    public double slowness() {
        return active.getOrDefault(Fault.SLOW, 1.0);
    }

    /** Whether the queue counts as full. */
    public boolean queueFull() {
        return active.containsKey(Fault.QUEUE_FULL);
    }

    /** Whether answers repeat themselves. */
    public boolean endless() {
        return active.containsKey(Fault.ENDLESS);
    }

    /** How a stream that has given so many tokens breaks, if it does. */
    public Optional<Fault> breaks(int tokens) {
        Map<Fault, Double> now = active;
        return BREAKS.stream()
                .filter(fault -> tokens >= now.getOrDefault(fault, Double.MAX_VALUE))
                .findFirst();
    }

    /** Whether the server is going and never gone. */
    public boolean leaving() {
        return active.containsKey(Fault.LEAVING);
    }

    /** Whether a generation that has given so many tokens fails. */
    public boolean fails(int tokens) {
        return tokens >= active.getOrDefault(Fault.ERROR, Double.MAX_VALUE);
    }

    /** Whether the engine goes on where a call is cancelled. */
    public boolean deaf() {
        return active.containsKey(Fault.DEAF);
    }

    /** Whether texts go out under a wrong datatype. */
    public boolean wrongDatatype() {
        return active.containsKey(Fault.WRONG_DATATYPE);
    }
}

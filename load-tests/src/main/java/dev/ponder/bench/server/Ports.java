package dev.ponder.bench.server;

import dev.ponder.local.launch.FreePorts;
import dev.ponder.local.launch.LaunchException;
import java.util.List;

/**
 * Where a server listens.
 *
 * @param grpc its calls
 * @param http health, and the simulated server's faults
 * @param metrics its page of figures
 */
record Ports(int grpc, int http, int metrics) {

    static Ports free() throws NoServerException {
        try {
            List<Integer> free = FreePorts.find(3);
            return new Ports(free.getFirst(), free.get(1), free.getLast());
        } catch (LaunchException none) {
            throw new NoServerException(String.valueOf(none.getMessage()));
        }
    }
}

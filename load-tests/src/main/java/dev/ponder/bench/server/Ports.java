package dev.ponder.bench.server;

import java.io.IOException;
import java.net.ServerSocket;

/**
 * Where a server listens.
 *
 * @param grpc its calls
 * @param http health, and the simulated server's faults
 * @param metrics its page of figures
 */
record Ports(int grpc, int http, int metrics) {

    static Ports free() throws IOException {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0);
                ServerSocket three = new ServerSocket(0)) {
            return new Ports(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());
        }
    }
}

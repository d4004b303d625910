package dev.ponder.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * The two ports of a local broker.
 *
 * @param broker where clients connect
 * @param controller where the quorum connects; the log remembers it, so a restart must keep it
 */
record BrokerPorts(int broker, int controller) {

    /** Stands for "any free port". */
    static final int ANY = 0;

    BrokerPorts {
        checkPort(broker);
        checkPort(controller);
    }

    /** Fills what is {@link #ANY} from {@code remembered}, and what is still open with ports that are free now. */
    BrokerPorts settle(BrokerPorts remembered) {
        return new BrokerPorts(settle(broker, remembered.broker()), settle(controller, remembered.controller()));
    }

    private static int settle(int wanted, int remembered) {
        if (wanted != ANY) {
            return wanted;
        }
        return remembered == ANY ? free() : remembered;
    }

    /** Asks the system for a free port. Another process may take it before the broker does; then its start fails. */
    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback", e);
        }
    }

    private static void checkPort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is not in 0..65535: " + port);
        }
    }
}

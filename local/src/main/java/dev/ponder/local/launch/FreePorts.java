package dev.ponder.local.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports that the system says are free. Another process may take one before its owner binds; then that owner's start fails. */
public final class FreePorts {

    private FreePorts() {}

    /** Finds one port of the loopback. */
    public static int one() throws LaunchException {
        return find(1).getFirst();
    }

    /** Finds {@code count} different ports of the loopback by binding them all at once; the list can't be changed. */
    public static List<Integer> find(int count) throws LaunchException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException refused) {
            throw new LaunchException("no free port on the loopback", refused);
        } finally {
            held.forEach(FreePorts::release);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException refused) {
            throw new IllegalStateException("a socket that only listened does not close", refused);
        }
    }
}

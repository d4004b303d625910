package dev.ponder.router.lookup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a server on this machine that can lose it without a word, as the network loses a machine without power: what was connected
 * stays open and nothing passes any more, while who connects anew reaches the server.
 */
final class FreezingRelay implements AutoCloseable {

    private final ServerSocket listener;
    private final int port;
    private final List<Way> ways = new CopyOnWriteArrayList<>();

    /** One connection: both its ends, and whether it still passes anything. */
    private static final class Way {

        private final Socket here;
        private final Socket there;
        private volatile boolean frozen;

        Way(Socket here, Socket there) {
            this.here = here;
            this.there = there;
        }

        void pass(Socket from, Socket to) {
            byte[] buffer = new byte[8192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                int read = in.read(buffer);
                while (read >= 0 && !frozen) {
                    out.write(buffer, 0, read);
                    read = in.read(buffer);
                }
                if (!frozen) {
                    close();
                }
            } catch (IOException _) { // Closed from either end: there is nothing left to pass.
                if (!frozen) {
                    close();
                }
            }
        }

        void close() {
            try (here;
                    there) {
                frozen = true;
            } catch (IOException _) { // It is gone already.
                frozen = true;
            }
        }
    }

    /** Listens at a free port for who wants the server at {@code port}. */
    FreezingRelay(int port) throws IOException {
        this.port = port;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Way way = new Way(listener.accept(), new Socket(InetAddress.getLoopbackAddress(), port));
                ways.add(way);
                Thread.ofVirtual().start(() -> way.pass(way.here, way.there));
                Thread.ofVirtual().start(() -> way.pass(way.there, way.here));
            }
        } catch (IOException _) { // Closed: nobody is listened for any more.
            return;
        }
    }

    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /** How many have connected. */
    int connections() {
        return ways.size();
    }

    /** Loses the server for all who are connected. */
    void freeze() {
        ways.forEach(way -> way.frozen = true);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        ways.forEach(Way::close);
    }
}

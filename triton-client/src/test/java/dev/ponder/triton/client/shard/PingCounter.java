package dev.ponder.triton.client.shard;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire to a server that counts the client's HTTP/2 pings; answers to pings of the server are none. */
final class PingCounter implements AutoCloseable {

    private static final int PREFACE = 24;
    private static final int FRAME_HEAD = 9;
    private static final int PING = 6;
    private static final int ACK = 1;
    /** By this one gRPC's flow control measures a connection when data come. It is no keep-alive. */
    private static final long MEASURING = 1234;

    private final ServerSocket listening;
    private final int server;
    private final AtomicInteger pings = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Listens on a port of its own for a client of the server on this one. */
    PingCounter(int server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    ShardAddress address() {
        return new ShardAddress("127.0.0.1", listening.getLocalPort());
    }

    int pings() {
        return pings.get();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket beyond = new Socket(InetAddress.getLoopbackAddress(), server);
            run(() -> count(client.getInputStream(), beyond.getOutputStream()));
            run(() -> beyond.getInputStream().transferTo(client.getOutputStream()));
        }
    }

    private void count(InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(from);
        pass(in, PREFACE, to);
        while (true) {
            byte[] head = pass(in, FRAME_HEAD, to);
            int length = (head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | (head[2] & 0xff);
            byte[] body = pass(in, length, to);
            boolean asks = head[3] == PING && (head[4] & ACK) == 0;
            if (asks && ByteBuffer.wrap(body).getLong() != MEASURING) {
                pings.incrementAndGet();
            }
        }
    }

    private static byte[] pass(DataInputStream in, int length, OutputStream to) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        to.write(bytes);
        return bytes;
    }

    /** Until either side hangs up. */
    private void run(Moving moving) {
        Future<?> _ = threads.submit(() -> {
            try {
                moving.run();
            } catch (EOFException hungUp) {
                // The client is gone: nothing is left to count.
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        });
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }

    @FunctionalInterface
    private interface Moving {
        void run() throws IOException;
    }
}

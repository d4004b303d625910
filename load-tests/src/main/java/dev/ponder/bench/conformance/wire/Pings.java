package dev.ponder.bench.conformance.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** HTTP/2 pings on a bare connection, since a Java client won't send them as fast as a server may have to bear. */
public final class Pings {

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int ACK = 1;
    private static final int PING_BYTES = 8;
    private static final int GOAWAY_HEAD = 8;
    private static final int QUIET_MILLIS = 3_000;

    private Pings() {}

    /** Sends pings one after the other without any call, and says how each was answered until nothing more came. */
    public static List<String> send(String host, int port, int count) throws IOException {
        List<String> seen = new ArrayList<>();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), QUIET_MILLIS);
            socket.setSoTimeout(QUIET_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(PREFACE.getBytes(StandardCharsets.US_ASCII));
            out.write(frame(SETTINGS, new byte[0]));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            boolean open = true;
            for (int i = 0; i < count && open; i++) {
                out.write(frame(PING, new byte[PING_BYTES]));
                open = awaitAnswer(in, seen);
            }
        } catch (SocketException broken) {
            seen.add("hung up");
        }
        return seen;
    }

    private static byte[] frame(int type, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) 0)
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) 0)
                .putInt(0)
                .put(payload)
                .array();
    }

    /** Reads up to the answer to a ping; says whether the connection goes on. */
    private static boolean awaitAnswer(DataInputStream in, List<String> seen) throws IOException {
        try {
            while (true) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int _ = in.readInt();
                byte[] payload = new byte[length];
                in.readFully(payload);
                if (type == PING && (flags & ACK) != 0) {
                    seen.add("ack");
                    return true;
                }
                if (type == GOAWAY) {
                    int code = ByteBuffer.wrap(payload).getInt(Integer.BYTES);
                    String why = new String(payload, GOAWAY_HEAD, length - GOAWAY_HEAD, StandardCharsets.US_ASCII);
                    seen.add("goaway " + code + " " + why);
                    return false;
                }
            }
        } catch (EOFException ended) {
            seen.add("hung up");
        } catch (SocketTimeoutException quiet) {
            seen.add("no answer");
        }
        return false;
    }
}

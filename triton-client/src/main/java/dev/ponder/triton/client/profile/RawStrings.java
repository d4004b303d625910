package dev.ponder.triton.client.profile;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the raw form of {@code BYTES}: each string with its length in front, four bytes little-endian. What is no UTF-8 becomes
 * U+FFFD. Pure.
 */
final class RawStrings {

    private RawStrings() {}

    /** All strings of an output. */
    static List<String> read(ByteString raw, String output) throws UnreadableOutputException {
        ByteBuffer bytes = raw.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        List<String> strings = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                throw new UnreadableOutputException(output + " holds no whole string");
            }
            int from = bytes.position();
            strings.add(raw.substring(from, from + length).toStringUtf8());
            bytes.position(from + length);
        }
        return strings;
    }
}

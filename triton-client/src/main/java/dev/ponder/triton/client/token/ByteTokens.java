package dev.ponder.triton.client.token;

import java.nio.charset.StandardCharsets;

/** Ids that are UTF-8 bytes, 0 to 255: for simulated shards of the {@code ifb} profile, which need no vocabulary. */
public final class ByteTokens implements TokenCodec {

    private static final int BYTES = 256;

    @Override
    public int[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] ids = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            ids[i] = Byte.toUnsignedInt(bytes[i]);
        }
        return ids;
    }

    @Override
    public String decode(int[] ids) {
        byte[] bytes = new byte[ids.length];
        int length = 0;
        for (int id : ids) {
            if (id >= 0 && id < BYTES) {
                bytes[length++] = (byte) id;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public int count(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

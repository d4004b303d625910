package dev.ponder.models.sizing;

import java.util.Locale;

/** How keys and values are kept. */
public enum KvType {
    BF16(2),
    FP8(1),
    INT8(1);

    private final int bytes;

    KvType(int bytes) {
        this.bytes = bytes;
    }

    /** Of one number. */
    public int bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

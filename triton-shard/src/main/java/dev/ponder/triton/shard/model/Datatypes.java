package dev.ponder.triton.shard.model;

import dev.ponder.triton.wire.DataType;

/** Names and sizes of datatypes on the wire. */
public final class Datatypes {

    private static final String PREFIX = "TYPE_";

    private Datatypes() {}

    /** The name in requests and metadata: {@code BYTES} for strings, else the type's own. */
    public static String wireName(DataType type) {
        return type == DataType.TYPE_STRING ? "BYTES" : type.name().substring(PREFIX.length());
    }

    /** The size of one element in bytes; 0 for strings, which have no fixed one. */
    public static int size(DataType type) {
        return switch (type) {
            case TYPE_BOOL, TYPE_UINT8, TYPE_INT8 -> 1;
            case TYPE_UINT16, TYPE_INT16, TYPE_FP16, TYPE_BF16 -> Short.BYTES;
            case TYPE_UINT32, TYPE_INT32, TYPE_FP32 -> Integer.BYTES;
            case TYPE_UINT64, TYPE_INT64, TYPE_FP64 -> Long.BYTES;
            case TYPE_STRING, TYPE_INVALID, UNRECOGNIZED -> 0;
        };
    }

    /** Whether a datatype of that name exists. */
    static boolean exists(String wireName) {
        for (DataType type : DataType.values()) {
            boolean real = type != DataType.TYPE_INVALID && type != DataType.UNRECOGNIZED;
            if (real && wireName(type).equals(wireName)) {
                return true;
            }
        }
        return false;
    }
}

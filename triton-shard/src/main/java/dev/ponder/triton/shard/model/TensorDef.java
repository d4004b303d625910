package dev.ponder.triton.shard.model;

import static java.util.Objects.requireNonNull;

import dev.ponder.triton.wire.DataType;
import java.util.Arrays;
import java.util.List;

/**
 * One input or output of a model.
 *
 * @param name its name on the wire
 * @param type its datatype
 * @param dims its shape without the batch dimension; -1 is any length
 * @param optional whether a request may leave it out
 */
public record TensorDef(String name, DataType type, List<Long> dims, boolean optional) {

    public TensorDef {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        dims = List.copyOf(dims);
    }

    /** One that a request must bring. */
    public static TensorDef required(String name, DataType type, long... dims) {
        return new TensorDef(name, type, boxed(dims), false);
    }

    /** One that a request may leave out. */
    public static TensorDef optional(String name, DataType type, long... dims) {
        return new TensorDef(name, type, boxed(dims), true);
    }

    private static List<Long> boxed(long... dims) {
        return Arrays.stream(dims).boxed().toList();
    }

    /** The datatype's name on the wire. */
    public String wireType() {
        return Datatypes.wireName(type);
    }
}

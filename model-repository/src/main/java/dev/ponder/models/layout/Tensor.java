package dev.ponder.models.layout;

import static java.util.Objects.requireNonNull;

import dev.ponder.triton.wire.DataType;
import dev.ponder.triton.wire.ModelInput;
import dev.ponder.triton.wire.ModelOutput;
import dev.ponder.triton.wire.ModelTensorReshape;
import java.util.List;
import java.util.stream.LongStream;

/**
 * An input or output as a configuration declares it.
 *
 * @param name on the wire
 * @param type of its elements
 * @param form of its shape and presence
 * @param dims without the batch; -1 for any
 */
record Tensor(String name, DataType type, Form form, List<Long> dims) {

    /** How a tensor is shaped and whether it must be there. */
    enum Form {
        REQUIRED,
        OPTIONAL,
        /** One value a request, which the backend sees without a dimension of its own. */
        REQUIRED_SCALAR,
        OPTIONAL_SCALAR,
        /** Its length may differ between the requests of a batch. */
        RAGGED
    }

    Tensor {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(form, "form is null");
        dims = List.copyOf(dims);
    }

    static Tensor of(String name, DataType type, Form form, long... dims) {
        return new Tensor(name, type, form, LongStream.of(dims).boxed().toList());
    }

    ModelInput input() {
        ModelInput.Builder input =
                ModelInput.newBuilder().setName(name).setDataType(type).addAllDims(dims);
        switch (form) {
            case REQUIRED -> {}
            case OPTIONAL -> input.setOptional(true);
            case REQUIRED_SCALAR -> input.setReshape(ModelTensorReshape.getDefaultInstance());
            case OPTIONAL_SCALAR -> input.setOptional(true).setReshape(ModelTensorReshape.getDefaultInstance());
            case RAGGED -> input.setOptional(true).setAllowRaggedBatch(true);
        }
        return input.build();
    }

    ModelOutput output() {
        return ModelOutput.newBuilder()
                .setName(name)
                .setDataType(type)
                .addAllDims(dims)
                .build();
    }
}

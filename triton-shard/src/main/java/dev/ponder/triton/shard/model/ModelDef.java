package dev.ponder.triton.shard.model;

import static java.util.Objects.requireNonNull;

import dev.ponder.triton.wire.ModelConfig;
import dev.ponder.triton.wire.ModelInput;
import dev.ponder.triton.wire.ModelMetadataResponse;
import dev.ponder.triton.wire.ModelMetadataResponse.TensorMetadata;
import dev.ponder.triton.wire.ModelOutput;
import dev.ponder.triton.wire.ModelTransactionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model as a server knows it; metadata, configuration and validation all follow from this one record.
 *
 * @param name its name; its only version is 1
 * @param backend which backend serves it
 * @param platform what its metadata call it
 * @param maxBatchSize the largest batch; 0 means that there is no batch dimension
 * @param decoupled whether a request may have any number of answers, and so only streams serve it
 */
public record ModelDef(
        String name,
        String backend,
        String platform,
        int maxBatchSize,
        boolean decoupled,
        List<TensorDef> inputs,
        List<TensorDef> outputs) {

    /** The one version there is. */
    public static final String VERSION = "1";

    public ModelDef {
        requireNonNull(name, "name is null");
        requireNonNull(backend, "backend is null");
        requireNonNull(platform, "platform is null");
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Finds an input. */
    public Optional<TensorDef> input(String wanted) {
        return inputs.stream().filter(one -> one.name().equals(wanted)).findFirst();
    }

    /** Whether there is such an output. */
    public boolean hasOutput(String wanted) {
        return outputs.stream().anyMatch(one -> one.name().equals(wanted));
    }

    /** The shape that a request must have, the batch dimension in front where there is one. */
    public List<Long> wireShape(TensorDef tensor) {
        List<Long> shape = new ArrayList<>();
        if (maxBatchSize > 0) {
            shape.add(-1L);
        }
        shape.addAll(tensor.dims());
        return shape;
    }

    /** The answer to ModelMetadata. */
    public ModelMetadataResponse metadata() {
        ModelMetadataResponse.Builder metadata = ModelMetadataResponse.newBuilder()
                .setName(name)
                .addVersions(VERSION)
                .setPlatform(platform);
        inputs.forEach(one -> metadata.addInputs(metadata(one)));
        outputs.forEach(one -> metadata.addOutputs(metadata(one)));
        return metadata.build();
    }

    private TensorMetadata metadata(TensorDef tensor) {
        return TensorMetadata.newBuilder()
                .setName(tensor.name())
                .setDatatype(tensor.wireType())
                .addAllShape(wireShape(tensor))
                .build();
    }

    /** The answer to ModelConfig. */
    public ModelConfig config() {
        ModelConfig.Builder config = ModelConfig.newBuilder()
                .setName(name)
                .setBackend(backend)
                .setPlatform(backend.isEmpty() ? platform : "")
                .setMaxBatchSize(maxBatchSize)
                .setModelTransactionPolicy(ModelTransactionPolicy.newBuilder().setDecoupled(decoupled));
        inputs.forEach(one -> config.addInput(ModelInput.newBuilder()
                .setName(one.name())
                .setDataType(one.type())
                .addAllDims(one.dims())
                .setOptional(one.optional())));
        outputs.forEach(one -> config.addOutput(ModelOutput.newBuilder()
                .setName(one.name())
                .setDataType(one.type())
                .addAllDims(one.dims())));
        return config.build();
    }
}

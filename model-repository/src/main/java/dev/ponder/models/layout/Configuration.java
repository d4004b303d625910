package dev.ponder.models.layout;

import com.google.protobuf.TextFormat;
import dev.ponder.models.catalogue.Profile;
import dev.ponder.triton.wire.ModelConfig;
import dev.ponder.triton.wire.ModelDynamicBatching;
import dev.ponder.triton.wire.ModelInstanceGroup;
import dev.ponder.triton.wire.ModelParameter;
import dev.ponder.triton.wire.ModelQueuePolicy;
import dev.ponder.triton.wire.ModelTransactionPolicy;

/** Makes {@code config.pbtxt}: the message of the protocol itself, written as text, so that no field can be misspelt. Pure. */
final class Configuration {

    private Configuration() {}

    static String text(Serving serving, Profile profile, Engine engine) {
        return TextFormat.printer().printToString(of(serving, profile, engine));
    }

    static ModelConfig of(Serving serving, Profile profile, Engine engine) {
        return switch (profile) {
            case LLMAPI -> llmapi(serving, engine);
            case IFB -> ifb(serving, engine);
        };
    }

    /**
     * Batch size and decoupling stay out for TensorRT-LLM: its model sets them from {@code model.yaml}, and fails where they are here too.
     */
    private static ModelConfig llmapi(Serving serving, Engine engine) {
        ModelConfig.Builder config = ModelConfig.newBuilder()
                .setName(serving.name())
                .setBackend("python")
                .addInstanceGroup(group());
        LlmapiTensors.inputs().forEach(tensor -> config.addInput(tensor.input()));
        LlmapiTensors.outputs().forEach(tensor -> config.addOutput(tensor.output()));
        if (engine != Engine.TENSORRT_LLM) {
            config.setModelTransactionPolicy(ModelTransactionPolicy.newBuilder().setDecoupled(true));
        }
        return config.build();
    }

    private static ModelConfig ifb(Serving serving, Engine engine) {
        ModelConfig.Builder config = ModelConfig.newBuilder()
                .setName(serving.name())
                .setBackend(engine == Engine.TENSORRT_LLM ? "tensorrtllm" : "python")
                .setMaxBatchSize(serving.batch())
                .setModelTransactionPolicy(ModelTransactionPolicy.newBuilder().setDecoupled(true))
                .setDynamicBatching(ModelDynamicBatching.newBuilder()
                        .addPreferredBatchSize(serving.batch())
                        .setDefaultQueuePolicy(ModelQueuePolicy.newBuilder().setMaxQueueSize(serving.queue())))
                .addInstanceGroup(group());
        IfbTensors.inputs().forEach(tensor -> config.addInput(tensor.input()));
        IfbTensors.outputs().forEach(tensor -> config.addOutput(tensor.output()));
        IfbParameters.of(serving)
                .forEach((key, value) -> config.putParameters(
                        key, ModelParameter.newBuilder().setStringValue(value).build()));
        return config.build();
    }

    /** The backend finds its GPUs by itself. */
    private static ModelInstanceGroup group() {
        return ModelInstanceGroup.newBuilder()
                .setCount(1)
                .setKind(ModelInstanceGroup.Kind.KIND_CPU)
                .build();
    }
}

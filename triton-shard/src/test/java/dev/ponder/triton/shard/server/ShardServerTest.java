package dev.ponder.triton.shard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.shard.brain.SyntheticBrain;
import dev.ponder.triton.shard.engine.GpuModel;
import dev.ponder.triton.shard.engine.SimulatedGpu;
import dev.ponder.triton.shard.fault.ActiveFaults;
import dev.ponder.triton.shard.model.Profile;
import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferRequest.InferInputTensor;
import dev.ponder.triton.wire.ModelMetadataRequest;
import dev.ponder.triton.wire.ModelReadyRequest;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import dev.ponder.triton.wire.ServerMetadataRequest;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShardServerTest {

    private static final GpuModel FAST =
            new GpuModel(1e6, Duration.ofMillis(2), Duration.ZERO, 1000, 64, 8, 100, Duration.ofMillis(20));

    /** Whose figures they are, on the page of metrics. */
    private static final String MODEL = "{model=\"tensorrt_llm\",version=\"1\"} ";

    private final ActiveFaults faults = new ActiveFaults();
    private ShardServer server;
    private ManagedChannel channel;

    @BeforeEach
    void start() throws IOException {
        SimulatedGpu gpu = new SimulatedGpu(FAST, faults, Ticker.system());
        SyntheticBrain brain = new SyntheticBrain(10, 0, 1, 1);
        server = ShardServer.start(ShardAddress.loopback(), Profile.LLMAPI, "tensorrt_llm", brain, gpu, faults);
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.grpcPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void stop() throws InterruptedException {
        channel.shutdownNow();
        server.stop(Duration.ofSeconds(1));
    }

    @Test
    void streamsCumulativeTextAndMarksTheEnd() throws InterruptedException {
        List<ModelStreamInferResponse> messages = stream(request("r1", "Say tokens=5"));

        assertThat(messages)
                .hasSize(5)
                .allSatisfy(message ->
                        assertThat(message.getInferResponse().getId()).isEqualTo("r1"));
        assertThat(messages.getLast()
                        .getInferResponse()
                        .getParametersOrThrow("triton_final_response")
                        .getBoolParam())
                .isTrue();
        assertThat(text(messages.getLast())).startsWith("<think>").endsWith("</think>\\boxed{42}");
        assertThat(text(messages.getLast())).startsWith(text(messages.getFirst()));
    }

    @Test
    void refusesInTheStreamWithOnlyTheId() throws InterruptedException {
        ModelInferRequest unknown =
                request("r2", "?").toBuilder().setModelName("other").build();

        List<ModelStreamInferResponse> messages = stream(unknown);

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.getErrorMessage()).isEqualTo("Request for unknown model: 'other' is not found");
            assertThat(message.getInferResponse().getId()).isEqualTo("r2");
            assertThat(message.getInferResponse().getParametersMap()).isEmpty();
        });
    }

    @Test
    void namesAWrongDatatypeAsTritonDoes() throws InterruptedException {
        ModelInferRequest.Builder request = request("r3", "?").toBuilder();
        request.setInputs(1, request.getInputs(1).toBuilder().setDatatype("INT64"));

        List<ModelStreamInferResponse> messages = stream(request.build());

        assertThat(messages.getFirst().getErrorMessage())
                .isEqualTo(
                        "[request id: r3] inference input 'sampling_param_max_tokens' data-type is 'INT64', but model"
                                + " 'tensorrt_llm' expects 'INT32'");
    }

    @Test
    void refusesAUnaryCallOnADecoupledModel() {
        ThrowingCallable call =
                () -> GRPCInferenceServiceGrpc.newBlockingStub(channel).modelInfer(request("r4", "?"));

        assertThatThrownBy(call)
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessage("UNIMPLEMENTED: ModelInfer RPC doesn't support models with decoupled transaction policy");
    }

    @Test
    void saysThatItIsSimulated() {
        GRPCInferenceServiceGrpc.GRPCInferenceServiceBlockingStub stub =
                GRPCInferenceServiceGrpc.newBlockingStub(channel);

        String version =
                stub.serverMetadata(ServerMetadataRequest.getDefaultInstance()).getVersion();

        assertThat(version).contains("simulated");
        assertThat(stub.modelReady(
                                ModelReadyRequest.newBuilder().setName("other").build())
                        .getReady())
                .isFalse();
        assertThat(stub.modelMetadata(ModelMetadataRequest.newBuilder()
                                .setName("tensorrt_llm")
                                .build())
                        .getInputsList())
                .anyMatch(input -> input.getName().equals("text_input"));
    }

    @Test
    void refusesWhatComesWhenTheQueueIsFull() throws InterruptedException {
        faults.set("queue-full");

        List<ModelStreamInferResponse> messages = stream(request("r5", "?"));

        assertThat(messages.getFirst().getErrorMessage()).isEqualTo("[request id: r5] Exceeds maximum queue size");
    }

    @Test
    void countsWhatItDidOnItsPageOfMetrics() throws Exception {
        String before = metrics();

        stream(request("r6", "Say tokens=20"));

        await().untilAsserted(() -> assertThat(metrics()).contains("nv_inference_request_success" + MODEL + "1\n"));
        String after = metrics();
        for (String counter : List.of(
                "nv_inference_count",
                "nv_inference_exec_count",
                "nv_inference_request_duration_us",
                "nv_inference_compute_input_duration_us",
                "nv_inference_compute_infer_duration_us",
                "nv_inference_compute_output_duration_us",
                "nv_inference_first_response_histogram_ms_count",
                "ponder_simulated_tokens_total")) {
            assertThat(before).as(counter).contains(counter + MODEL + "0\n");
            assertThat(after).as(counter).contains(counter + MODEL).doesNotContain(counter + MODEL + "0\n");
        }
    }

    private String metrics() throws IOException, InterruptedException {
        URI page = URI.create("http://127.0.0.1:" + server.metricsPort() + "/metrics");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private List<ModelStreamInferResponse> stream(ModelInferRequest request) throws InterruptedException {
        List<ModelStreamInferResponse> messages = new CopyOnWriteArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        StreamObserver<ModelInferRequest> out = GRPCInferenceServiceGrpc.newStub(channel)
                .modelStreamInfer(new StreamObserver<>() {
                    @Override
                    public void onNext(ModelStreamInferResponse message) {
                        messages.add(message);
                    }

                    @Override
                    public void onError(Throwable broken) {
                        ended.countDown();
                    }

                    @Override
                    public void onCompleted() {
                        ended.countDown();
                    }
                });
        out.onNext(request);
        out.onCompleted();
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        return messages;
    }

    private static ModelInferRequest request(String id, String prompt) {
        byte[] text = prompt.getBytes(StandardCharsets.UTF_8);
        return ModelInferRequest.newBuilder()
                .setModelName("tensorrt_llm")
                .setId(id)
                .putParameters(
                        "triton_enable_empty_final_response",
                        InferParameter.newBuilder().setBoolParam(true).build())
                .addInputs(InferInputTensor.newBuilder()
                        .setName("text_input")
                        .setDatatype("BYTES")
                        .addShape(1))
                .addInputs(InferInputTensor.newBuilder()
                        .setName("sampling_param_max_tokens")
                        .setDatatype("INT32")
                        .addShape(1))
                .addRawInputContents(number(text.length).concat(ByteString.copyFrom(text)))
                .addRawInputContents(number(100))
                .build();
    }

    private static ByteString number(int value) {
        return ByteString.copyFrom(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .flip());
    }

    private static String text(ModelStreamInferResponse message) {
        return message.getInferResponse().getRawOutputContents(0).substring(4).toStringUtf8();
    }
}

package dev.ponder.triton.client.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.metrics.MetricsScrape;
import dev.ponder.triton.client.token.ApproximateTokens;
import dev.ponder.triton.shard.brain.SyntheticBrain;
import dev.ponder.triton.shard.engine.GpuModel;
import dev.ponder.triton.shard.engine.SimulatedGpu;
import dev.ponder.triton.shard.fault.ActiveFaults;
import dev.ponder.triton.shard.model.Profile;
import dev.ponder.triton.shard.server.ShardServer;
import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferRequest.InferInputTensor;
import dev.ponder.triton.wire.ModelInferResponse;
import dev.ponder.triton.wire.ModelMetadataRequest;
import dev.ponder.triton.wire.ModelMetadataResponse;
import io.grpc.Status;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The rules of the stream on a real server. Its toy models are of no TensorRT-LLM profile, so that the calls below the profiles are
 * what is tried.
 */
@EnabledIfEnvironmentVariable(
        named = "PONDER_TOOLS",
        matches = ".+",
        disabledReason = "no real Triton: PONDER_TOOLS names no folder that holds triton/start-triton.sh")
@SuppressWarnings("NullAway.Init") // start() runs first, or no test does
class RealTritonIT {

    private static final String MODEL = "llm_stream";
    private static RealTriton triton;

    @BeforeAll
    static void start() throws Exception {
        triton = RealTriton.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (triton != null) {
            triton.close();
        }
    }

    @Test
    void describesItsModelWithTheBatchDimension() {
        ModelMetadataResponse metadata = GRPCInferenceServiceGrpc.newBlockingStub(triton.channel())
                .modelMetadata(ModelMetadataRequest.newBuilder().setName(MODEL).build());

        assertThat(metadata.getInputsList()).anySatisfy(input -> {
            assertThat(input.getName()).isEqualTo("text_input");
            assertThat(input.getDatatype()).isEqualTo("BYTES");
            assertThat(input.getShapeList()).containsExactly(-1L, 1L);
        });
    }

    @Test
    void isOfNoProfileThatTheClientKnows() {
        try (TritonShard shard =
                new TritonShard(triton.address(), ShardSettings.of(MODEL), new ApproximateTokens(), Ticker.system())) {
            assertThatThrownBy(shard::join)
                    .isInstanceOfSatisfying(
                            ShardException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(FailureKind.MODEL_UNKNOWN));
        }
    }

    @Test
    void endsWithAnEmptyFinalMessage() throws Exception {
        Heard heard = call(request("r-empty", "a b", 3).build());

        assertThat(heard.end()).isInstanceOf(CallEnd.Finished.class);
        assertThat(heard.responses).hasSize(4);
        assertThat(heard.responses.getLast().getOutputsCount()).isZero();
    }

    @Test
    void endsWithAFinalMessageThatHoldsAToken() throws Exception {
        ModelInferRequest.Builder request = request("r-last", "a b", 3)
                .putParameters(
                        "final_mode",
                        InferParameter.newBuilder().setStringParam("with_last").build());

        Heard heard = call(request.build());

        assertThat(heard.end()).isInstanceOf(CallEnd.Finished.class);
        assertThat(heard.responses)
                .hasSize(3)
                .allSatisfy(message -> assertThat(message.getOutputsCount()).isPositive());
    }

    @Test
    void refusesInTheStream() throws Exception {
        Heard noModel = call(request("r-model", "a", 1).setModelName("none").build());
        Heard noInput = call(request("r-input", "a", 1)
                .removeInputs(1)
                .clearRawInputContents()
                .addRawInputContents(Wire.string("a"))
                .build());

        assertThat(noModel.kind()).isEqualTo(FailureKind.MODEL_UNKNOWN);
        assertThat(noInput.kind()).isEqualTo(FailureKind.REFUSED);
    }

    @Test
    void endsAtABackendErrorThoughTokensStillCome() throws Exception {
        Heard heard = call(request("r-error", "!mid-error", 5).build());

        assertThat(heard.kind()).isEqualTo(FailureKind.ENGINE_ERROR);
        assertThat(heard.responses).hasSize(2);
    }

    @Test
    void reachesTheModelWithACancel() throws Exception {
        Heard heard = new Heard();
        InferenceCall running = new InferenceCall(
                triton.channel(), request("r-cancel", "a", 100_000).build(), Duration.ofMinutes(2), heard);
        running.start();
        await().untilAsserted(() -> assertThat(heard.responses).isNotEmpty());

        running.cancel();

        assertThat(heard.end()).isInstanceOf(CallEnd.Cancelled.class);
        await().untilAsserted(() -> assertThat(triton.events())
                .anyMatch(event -> event.contains("\"cancelled\"") && event.contains("r-cancel")));
    }

    @Test
    void reachesTheModelWithADeadline() throws Exception {
        Heard heard = new Heard();
        new InferenceCall(triton.channel(), request("r-deadline", "a", 100_000).build(), Duration.ofMillis(500), heard)
                .start();

        assertThat(heard.kind()).isEqualTo(FailureKind.DEADLINE);
        await().untilAsserted(() -> assertThat(triton.events())
                .anyMatch(event -> event.contains("\"cancelled\"") && event.contains("r-deadline")));
    }

    @Test
    void saysWhatWaitsAndLeavesTheRestUnknown() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            MetricsScrape scrape = new MetricsScrape(http, triton.metrics(), Duration.ofSeconds(10));
            await().untilAsserted(() -> assertThat(scrape.read().join()).hasValueSatisfying(page -> {
                assertThat(page.pending(MODEL)).isPresent();
                assertThat(page.kvFraction()).isEmpty();
            }));
        }
    }

    /** Each family with its type and its help. What it exports only where it is told to, or in later versions, is ours alone. */
    @Test
    void exportsWhatTheSimulatedShardDoes() throws Exception {
        ActiveFaults faults = new ActiveFaults();
        GpuModel gpu = new GpuModel(1e6, Duration.ofMillis(1), Duration.ZERO, 100, 64, 8, 8, Duration.ZERO);
        ShardServer simulated = ShardServer.start(
                dev.ponder.triton.shard.server.ShardAddress.loopback(),
                Profile.LLMAPI,
                MODEL,
                new SyntheticBrain(10, 0, 1, 1),
                new SimulatedGpu(gpu, faults, Ticker.system()),
                faults);
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI page = URI.create("http://127.0.0.1:" + simulated.metricsPort() + "/metrics");

            assertThat(families(http, page)).containsAll(families(http, triton.metrics()));
        } finally {
            simulated.stop(Duration.ZERO);
        }
    }

    private static List<String> families(HttpClient http, URI page) throws Exception {
        String text = http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        List<String> families =
                text.lines().filter(line -> line.startsWith("# ")).toList();
        assertThat(families).isNotEmpty();
        return families;
    }

    @Test
    void letsAServerGoThatLeaves() throws Exception {
        try (RealTriton leaving = RealTriton.start()) {
            Heard running = new Heard();
            InferenceCall before = new InferenceCall(
                    leaving.channel(), request("r-before", "a", 300).build(), Duration.ofMinutes(2), running);
            before.start();
            await().untilAsserted(() -> assertThat(running.responses).isNotEmpty());

            leaving.leave();

            await().untilAsserted(() -> {
                Heard heard = new Heard();
                new InferenceCall(leaving.channel(), request("r-after", "a", 1).build(), Duration.ofSeconds(10), heard)
                        .start();
                assertThat(heard.kind()).isEqualTo(FailureKind.LEAVING);
            });
            assertThat(running.end()).isInstanceOf(CallEnd.Finished.class);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(leaving.isAlive()).isFalse());
        }
    }

    private static Heard call(ModelInferRequest request) {
        Heard heard = new Heard();
        new InferenceCall(triton.channel(), request, Duration.ofSeconds(30), heard).start();
        return heard;
    }

    private static ModelInferRequest.Builder request(String id, String text, int maxTokens) {
        ByteBuffer number = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return ModelInferRequest.newBuilder()
                .setModelName(MODEL)
                .setId(id)
                .putParameters(
                        "triton_enable_empty_final_response",
                        InferParameter.newBuilder().setBoolParam(true).build())
                .addInputs(input("text_input", "BYTES"))
                .addRawInputContents(Wire.string(text))
                .addInputs(input("max_tokens", "INT32"))
                .addRawInputContents(
                        ByteString.copyFrom(number.putInt(maxTokens).flip()));
    }

    private static InferInputTensor.Builder input(String name, String datatype) {
        return InferInputTensor.newBuilder()
                .setName(name)
                .setDatatype(datatype)
                .addShape(1)
                .addShape(1);
    }

    private static final class Heard implements CallListener {
        private final List<ModelInferResponse> responses = new CopyOnWriteArrayList<>();
        private final CompletableFuture<CallEnd> end = new CompletableFuture<>();

        @Override
        public void onResponse(ModelInferResponse response) {
            responses.add(response);
        }

        @Override
        public void onEnd(CallEnd ended) {
            end.complete(ended);
        }

        private CallEnd end() throws Exception {
            return end.get(60, TimeUnit.SECONDS);
        }

        private FailureKind kind() throws Exception {
            return switch (end()) {
                case CallEnd.Refused(String message) -> Failures.kindOf(message);
                case CallEnd.Broken(Status status) -> Failures.kindOf(status);
                case CallEnd.Finished _, CallEnd.Cancelled _ -> throw new AssertionError("it did not fail");
            };
        }
    }
}

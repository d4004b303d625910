package dev.ponder.triton.client.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.GeneratedText;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.token.ApproximateTokens;
import dev.ponder.triton.wire.ModelInferRequest;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How a model's profile is found, and what is sent then. */
class ProfileLookupTest {

    private static final ScriptedShard.Script SEVEN =
            (request, out) -> out.onNext(Wire.text(request.getId(), "7", true));

    @Test
    void asksOnceAndRemembers() throws Exception {
        try (ShardFixture fixture = ShardFixture.llmapi(SEVEN)) {
            GeneratedText first = fixture.shard().generate(ShardFixture.request());
            GeneratedText second = fixture.shard().generate(ShardFixture.request());

            assertThat(first.text()).isEqualTo("7");
            assertThat(second.end()).isInstanceOf(GenerationEnd.Completed.class);
            assertThat(fixture.server().lookups).hasValue(1);
        }
    }

    @Test
    void asksAgainAfterTheModelWasNotThere() throws Exception {
        ScriptedShard.Script gone = (request, out) ->
                out.onNext(Wire.refusal(request.getId(), "Request for unknown model: 'm' is not found"));
        try (ShardFixture fixture = ShardFixture.llmapi(gone)) {
            fixture.shard().generate(ShardFixture.request());
            fixture.shard().generate(ShardFixture.request());

            assertThat(fixture.server().lookups).hasValue(2);
        }
    }

    @Test
    void doesNotKnowEveryModel() throws Exception {
        try (ShardFixture fixture = ShardFixture.of(Map.of("image", List.of(3L)), ShardSettings.of("resnet"), SEVEN)) {
            assertThatThrownBy(() -> fixture.shard().join())
                    .isInstanceOfSatisfying(
                            ShardException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(FailureKind.MODEL_UNKNOWN));
        }
    }

    @Test
    void doesNotServeIdsByACodecThatOnlyCounts() throws Exception {
        try (ScriptedShard server = new ScriptedShard(Wire.IFB, SEVEN);
                TritonShard shard = new TritonShard(
                        server.address(), ShardSettings.of("tensorrt_llm"), new ApproximateTokens(), Ticker.system())) {
            GeneratedText ended = shard.generate(ShardFixture.request());

            assertThat(ended.end())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(FailureKind.MODEL_UNKNOWN));
        }
    }

    @Test
    void endsWhereNobodyListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (TritonShard shard = new TritonShard(
                new ShardAddress("127.0.0.1", port),
                ShardSettings.of("tensorrt_llm"),
                new ApproximateTokens(),
                Ticker.system())) {
            GeneratedText ended = shard.generate(ShardFixture.request());

            assertThat(ended.end())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(FailureKind.UNAVAILABLE));
        }
    }

    @Test
    void isCancelledBeforeItIsJoined() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi((_, _) -> {})) {
            Generation generation = fixture.shard().start(ShardFixture.request(), listener);

            generation.cancel();

            assertThat(listener.end()).isInstanceOf(GenerationEnd.Cancelled.class);
        }
    }

    @Test
    void sendsTextWithoutBatchDimensionAndOnlyKnownInputs() throws Exception {
        try (ShardFixture fixture = ShardFixture.llmapi(SEVEN)) {
            fixture.shard().generate(ShardFixture.request());

            ModelInferRequest sent = sent(fixture);
            assertThat(sent.getParametersOrThrow("triton_enable_empty_final_response")
                            .getBoolParam())
                    .isTrue();
            assertThat(sent.getInputsList()).allSatisfy(input -> {
                assertThat(Wire.LLMAPI).containsKey(input.getName());
                assertThat(input.getShapeList()).hasSize(1);
            });
            assertThat(sent.getInputsList()).anySatisfy(input -> {
                assertThat(input.getName()).isEqualTo("sampling_param_stop");
                assertThat(input.getShapeList()).containsExactly(2L);
            });
            assertThat(sent.getRawInputContentsCount()).isEqualTo(sent.getInputsCount());
        }
    }

    @Test
    void sendsIdsWithBatchDimensionAndTheOldNameOfTheSeed() throws Exception {
        try (ShardFixture fixture = ShardFixture.ifb((request, out) -> out.onNext(Wire.emptyFinal(request.getId())))) {
            fixture.shard().generate(ShardFixture.request());

            ModelInferRequest sent = sent(fixture);
            assertThat(sent.getInputsList()).allSatisfy(input -> {
                assertThat(Wire.IFB).containsKey(input.getName());
                assertThat(input.getShape(0)).isEqualTo(1);
            });
            assertThat(sent.getInputsList())
                    .anySatisfy(input -> assertThat(input.getName()).isEqualTo("random_seed"))
                    .anySatisfy(input -> {
                        assertThat(input.getName()).isEqualTo("stop_words_list");
                        assertThat(input.getShapeList()).containsExactly(1L, 2L, 5L);
                    });
        }
    }

    private static ModelInferRequest sent(ShardFixture fixture) throws InterruptedException {
        ModelInferRequest sent = fixture.server().requests.poll(20, TimeUnit.SECONDS);
        assertThat(sent).isNotNull();
        return sent;
    }
}

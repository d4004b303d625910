package dev.ponder.triton.client.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.FinishReason;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.TokenUsage;
import dev.ponder.triton.client.token.TokenCodec;
import io.grpc.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stream may bring, and what the caller hears of it, over the true wire. */
class StreamRulesTest {

    private static final String ID = "g-1";

    @Test
    void makesDeltasOfCumulativeTextAndEndsWithTheLastOfIt() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi((_, out) -> {
            out.onNext(Wire.text(ID, "seven", false));
            out.onNext(Wire.text(ID, "seven eighths", true));
        })) {
            fixture.shard().start(ShardFixture.request(), listener);

            assertThat(listener.end()).isInstanceOf(GenerationEnd.Completed.class);
        }
        assertThat(listener.texts()).containsExactly("seven", " eighths");
    }

    /** Further away than nanoseconds can count, before and after the profile is known. */
    @Test
    void answersInTimeWhereTheDeadlineIsThousandsOfYearsAway() throws Exception {
        Duration never = Duration.ofDays(3_000_000);
        RecordingListener first = new RecordingListener();
        RecordingListener second = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi((_, out) -> out.onNext(Wire.text(ID, "seven", true)))) {
            fixture.shard().start(ShardFixture.request(never), first);
            assertThat(first.end()).isInstanceOf(GenerationEnd.Completed.class);

            fixture.shard().start(ShardFixture.request(never), second);

            assertThat(second.end()).isInstanceOf(GenerationEnd.Completed.class);
        }
    }

    @Test
    void sendsNoStopWordsWhereNoneHasAToken() throws Exception {
        RecordingListener listener = new RecordingListener();
        GenerationRequest request =
                new GenerationRequest(ID, "3/4+1/8?", 100, 0.6, 0.95, 7L, List.of(""), Duration.ofSeconds(20));
        try (ShardFixture fixture = ShardFixture.ifb((_, out) -> out.onNext(Wire.emptyFinal(ID)))) {
            fixture.shard().start(request, listener);

            assertThat(listener.end()).isInstanceOf(GenerationEnd.Completed.class);
            assertThat(fixture.server().requests.take().getInputsList())
                    .noneMatch(input -> input.getName().equals("stop_words_list"));
        }
    }

    /** Not an exception: what a library throws whose native part is missing. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void failsWhatItsTokeniserCannotBegin(boolean known) throws Exception {
        TokenCodec broken = new BrokenTokens();
        RecordingListener listener = new RecordingListener();
        try (ScriptedShard server = new ScriptedShard(Wire.IFB, (_, out) -> out.onNext(Wire.emptyFinal(ID)));
                TritonShard shard =
                        new TritonShard(server.address(), ShardSettings.of("tensorrt_llm"), broken, Ticker.system())) {
            if (known) {
                shard.join();
            }
            shard.start(ShardFixture.request(), listener);

            assertThat(listener.end())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(FailureKind.REFUSED));
        }
    }

    @Test
    void endsWithAnEmptyFinalMessage() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi((_, out) -> {
            out.onNext(Wire.text(ID, "seven", false));
            out.onNext(Wire.emptyFinal(ID));
        })) {
            fixture.shard().start(ShardFixture.request(), listener);

            assertThat(listener.end())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Completed.class,
                            completed -> assertThat(completed.reason()).isEqualTo(FinishReason.UNKNOWN));
        }
        assertThat(listener.text()).isEqualTo("seven");
    }

    @Test
    void neverGivesHalfACharacter() throws Exception {
        String answer = "½ 然后 🎓";
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi((_, out) -> {
            for (int bytes = 1; bytes <= 20; bytes++) {
                out.onNext(Wire.text(ID, answer, bytes, false));
            }
            out.onNext(Wire.emptyFinal(ID));
        })) {
            fixture.shard().start(ShardFixture.request(), listener);

            assertThat(listener.end()).isInstanceOf(GenerationEnd.Completed.class);
        }
        assertThat(listener.texts()).noneMatch(text -> text.contains("\uFFFD"));
        assertThat(listener.text()).isEqualTo(answer);
    }

    @Test
    void makesWholeCharactersOfTokenIdsAndCountsThem() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.ifb((_, out) -> {
            out.onNext(Wire.ids(ID, false, 'a', 0xC2));
            out.onNext(Wire.ids(ID, false, 0xBD, -1));
            out.onNext(Wire.emptyFinal(ID));
        })) {
            fixture.shard().start(ShardFixture.request(), listener);

            GenerationEnd.Completed stopped =
                    new GenerationEnd.Completed(FinishReason.STOP, new TokenUsage("3/4+1/8?".length(), 3));
            assertThat(listener.end()).isEqualTo(stopped);
        }
        assertThat(listener.deltas)
                .satisfiesExactly(
                        first -> assertThat(first.tokens()).isEqualTo(2),
                        second -> assertThat(second.tokens()).isEqualTo(1));
        assertThat(listener.text()).isEqualTo("a½");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Request for unknown model: 'm' has no available versions                                    | LEAVING
            [request id: 1] Server is stopping, scheduler for model has stopped accepting new inference requests | LEAVING
            Request for unknown model: 'm' is not found                                                 | MODEL_UNKNOWN
            [request id: g-1] inference input 'x' data-type is 'FP32', but model 'm' expects 'INT32'    | REFUSED
            [request id: g-1] Exceeds maximum queue size                                                | QUEUE_FULL
            Stub process 'm_0_0' is not healthy.                                                        | ENGINE_ERROR
            """)
    void endsAtARefusalWithoutFinalMarkAndClosesItsStream(String said, FailureKind kind) throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi((_, out) -> out.onNext(Wire.refusal(ID, said)))) {
            fixture.shard().start(ShardFixture.request(), listener);

            assertThat(listener.end()).isInstanceOfSatisfying(GenerationEnd.Failed.class, failed -> {
                assertThat(failed.kind()).isEqualTo(kind);
                assertThat(failed.message()).doesNotContain(said);
            });
            assertThat(fixture.server().cancelled.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsAtABackendErrorThoughTokensStillCome() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi((_, out) -> {
            out.onNext(Wire.text(ID, "sev", false));
            out.onNext(Wire.backendError(ID, "CUDA error", false));
            out.onNext(Wire.text(ID, "seven", true));
        })) {
            fixture.shard().start(ShardFixture.request(), listener);

            assertThat(listener.end())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(FailureKind.ENGINE_ERROR));
        }
        assertThat(listener.text()).isEqualTo("sev");
    }

    @Test
    void passesOverMessagesOfOtherIds() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi((_, out) -> {
            out.onNext(Wire.text("other", "no", false));
            out.onNext(Wire.refusal("other", "no"));
            out.onNext(Wire.text(ID, "yes", false));
            out.onNext(Wire.emptyFinal("other"));
            out.onNext(Wire.emptyFinal(ID));
        })) {
            fixture.shard().start(ShardFixture.request(), listener);

            assertThat(listener.end()).isInstanceOf(GenerationEnd.Completed.class);
        }
        assertThat(listener.text()).isEqualTo("yes");
    }

    @Test
    void callsAStreamBrokenThatEndsWithoutFinalMessage() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi((_, out) -> out.onCompleted())) {
            fixture.shard().start(ShardFixture.request(), listener);

            assertThat(listener.end())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(FailureKind.BROKEN_STREAM));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE,Server exiting,LEAVING",
        "UNAVAILABLE,io exception,UNAVAILABLE",
        "UNAVAILABLE,Exceeds maximum queue size,QUEUE_FULL",
        "RESOURCE_EXHAUSTED,busy,QUEUE_FULL",
        "NOT_FOUND,Request for unknown model,MODEL_UNKNOWN",
        "INVALID_ARGUMENT,bad,REFUSED",
        "INTERNAL,Unable to parse request,ENGINE_ERROR",
        "CANCELLED,gone,BROKEN_STREAM",
    })
    void namesAStatusByWhatMayBeTried(Status.Code code, String said, FailureKind kind) throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi(
                (_, out) -> out.onError(code.toStatus().withDescription(said).asRuntimeException()))) {
            fixture.shard().start(ShardFixture.request(), listener);

            assertThat(listener.end())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(kind));
        }
    }

    @Test
    void reachesTheServerWithACancel() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi((_, out) -> out.onNext(Wire.text(ID, "on and", false)))) {
            Generation generation = fixture.shard().start(ShardFixture.request(), listener);
            listener.awaitDelta();

            generation.cancel();

            assertThat(listener.end())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Cancelled.class,
                            cancelled ->
                                    assertThat(cancelled.usage().completion()).isPositive());
            assertThat(fixture.server().cancelled.await(20, TimeUnit.SECONDS)).isTrue();
            generation.cancel();
        }
    }

    @Test
    void sendsAStopRequestOfTheSameIdWhereItIsSetTo() throws Exception {
        RecordingListener listener = new RecordingListener();
        ShardSettings settings = ShardSettings.of("tensorrt_llm").stoppingBySide();
        try (ShardFixture fixture =
                ShardFixture.of(Wire.LLMAPI, settings, (_, out) -> out.onNext(Wire.text(ID, "on and", false)))) {
            Generation generation = fixture.shard().start(ShardFixture.request(), listener);
            listener.awaitDelta();
            fixture.server().requests.take();

            generation.cancel();

            assertThat(fixture.server().requests.poll(20, TimeUnit.SECONDS)).satisfies(stop -> {
                assertThat(stop.getId()).isEqualTo(ID);
                assertThat(stop.getInputsList())
                        .anyMatch(input -> input.getName().equals("stop"));
            });
            assertThat(listener.end()).isInstanceOf(GenerationEnd.Cancelled.class);
        }
    }

    @Test
    void stopsAnEnsembleByARequestToo() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi((_, out) -> out.onNext(Wire.text(ID, "on and", false)))) {
            fixture.server().platform("ensemble");
            Generation generation = fixture.shard().start(ShardFixture.request(), listener);
            listener.awaitDelta();
            fixture.server().requests.take();

            generation.cancel();

            assertThat(fixture.server().requests.poll(20, TimeUnit.SECONDS))
                    .satisfies(stop -> assertThat(stop.getId()).isEqualTo(ID));
        }
    }

    @Test
    void sendsNoStopToAModelThatWouldTakeItForAQuestion() throws Exception {
        RecordingListener listener = new RecordingListener();
        Map<String, List<Long>> inputs = new HashMap<>(Wire.LLMAPI);
        inputs.remove("stop");
        ShardSettings settings = ShardSettings.of("tensorrt_llm").stoppingBySide();
        try (ShardFixture fixture =
                ShardFixture.of(inputs, settings, (_, out) -> out.onNext(Wire.text(ID, "on and", false)))) {
            Generation generation = fixture.shard().start(ShardFixture.request(), listener);
            listener.awaitDelta();
            fixture.server().requests.take();

            generation.cancel();

            assertThat(fixture.server().cancelled.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(fixture.server().requests).isEmpty();
        }
    }

    @Test
    void endsAtTheDeadlineAndTellsTheServer() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi((_, _) -> {})) {
            fixture.shard().join();

            fixture.shard().start(ShardFixture.request(Duration.ofMillis(300)), listener);

            assertThat(listener.end())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(FailureKind.DEADLINE));
            assertThat(fixture.server().cancelled.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void halfClosesAfterItsRequest() throws Exception {
        try (ShardFixture fixture = ShardFixture.llmapi((_, _) -> {})) {
            fixture.shard().start(ShardFixture.request(), new RecordingListener());

            assertThat(fixture.server().halfClosed.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsAtAMessageLargerThanItTakes() throws Exception {
        RecordingListener listener = new RecordingListener();
        ShardSettings settings = ShardSettings.of("tensorrt_llm").withMaxMessageBytes(1000);
        try (ShardFixture fixture =
                ShardFixture.of(Wire.LLMAPI, settings, (_, out) -> out.onNext(Wire.text(ID, "x".repeat(2000), true)))) {
            fixture.shard().start(ShardFixture.request(), listener);

            assertThat(listener.end())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(FailureKind.TOO_LARGE));
        }
    }

    /** A tokeniser that can't be loaded. */
    private static final class BrokenTokens implements TokenCodec {
        @Override
        public int[] encode(String text) {
            throw new UnsatisfiedLinkError("no tokeniser for this machine");
        }

        @Override
        public String decode(int[] ids) {
            return "";
        }

        @Override
        public int count(String text) {
            return 1;
        }
    }
}

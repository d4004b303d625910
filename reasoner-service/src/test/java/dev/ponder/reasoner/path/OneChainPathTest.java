package dev.ponder.reasoner.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.request.CachePolicy;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.mechanics.time.Pauser;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.progress.Keepers;
import dev.ponder.reasoner.progress.Pace;
import dev.ponder.reasoner.progress.Trail;
import dev.ponder.tracing.RecordTrace;
import dev.ponder.triton.client.pool.HealthRule;
import dev.ponder.triton.client.pool.ProbeLoop;
import dev.ponder.triton.client.pool.ShardPool;
import dev.ponder.triton.client.shard.ShardAddress;
import dev.ponder.triton.client.shard.ShardSettings;
import dev.ponder.triton.client.shard.TritonShard;
import dev.ponder.triton.client.text.ChatTemplate;
import dev.ponder.triton.client.token.ApproximateTokens;
import dev.ponder.triton.client.token.ByteTokens;
import dev.ponder.triton.client.token.TokenCodec;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OneChainPathTest {

    private static final Duration ITL = Duration.ofMillis(2);
    private static final Duration AMPLE = Duration.ofMinutes(1);

    private final List<Chunk> chunks = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<AutoCloseable> toClose = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        timer.shutdownNow();
        for (AutoCloseable one : toClose.reversed()) {
            one.close();
        }
    }

    @Test
    void answersInChunksAndOneOutcome() throws Exception {
        Shard shard = shard(ITL);

        Outcome outcome = path(shard).think(job(AMPLE));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Answered.class, answered -> {
            assertThat(answered.chain().canonicalAnswer()).isEqualTo("0.875");
            assertThat(answered.chain().steps()).hasSize(2);
            assertThat(answered.questionKey()).isEqualTo("key-r-1");
            assertThat(answered.timings().ttftMs()).isPositive();
            assertThat(answered.usage().reasoningTokens()).isPositive();
            assertThat(answered.provenance()).isEqualTo(new Provenance.Thought(List.of(shard.address()), "stop"));
        });
        assertThat(texts(Chunk.Kind.REASONING)).isEqualTo("3/4 = 6/8\n6/8 + 1/8 = 7/8");
        assertThat(texts(Chunk.Kind.ANSWER)).isEqualTo("The sum is \\boxed{7/8}.");
        assertThat(chunks.getLast().kind()).isEqualTo(Chunk.Kind.END);
        assertThat(meters.get(Meters.QUEUE_WAIT)
                        .tag("class", "interactive")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get(Meters.OPERATION_DURATION)
                        .tag("class", "interactive")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut=3", "error=2"})
    void goesOnAtAnotherShardWhereOneFails(String fault) throws Exception {
        Shard failing = shard(ITL);
        Shard sound = shard(ITL);
        OneChainPath path = path(failing, sound);
        failing.faults(fault);

        // The pool takes turns between two idle shards, so one of two jobs begins on the failing one.
        List<Outcome> outcomes = List.of(path.think(job(AMPLE)), path.think(job(AMPLE)));

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Answered.class,
                                answered -> assertThat(answered.chain().canonicalAnswer())
                                        .isEqualTo("0.875")))
                .map(Outcome::usage)
                .containsOnly(outcomes.getFirst().usage());
        assertThat(outcomes.stream().map(outcome -> ((Outcome.Answered) outcome).provenance()))
                .containsExactlyInAnyOrder(
                        new Provenance.Thought(List.of(sound.address()), "stop"),
                        new Provenance.Thought(List.of(failing.address(), sound.address()), "stop"));
        assertThat(texts(Chunk.Kind.REASONING)).isEqualTo("3/4 = 6/8\n6/8 + 1/8 = 7/8".repeat(2));
        assertThat(meters.get(Meters.OPERATION_DURATION)
                        .tag("class", "interactive")
                        .timer()
                        .count())
                .isEqualTo(3);
        assertThat(meters.get(Meters.QUEUE_WAIT)
                        .tag("class", "interactive")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnFromWhereverAnEarlierHolderHadCome(boolean withIds) throws Exception {
        Shard shard = withIds ? Shard.startWithIds(Duration.ofMillis(1)) : Shard.start(Duration.ofMillis(1));
        toClose.add(shard::stop);
        TokenCodec codec = withIds ? new ByteTokens() : new ApproximateTokens();
        OneChainPath path = path(codec, shard);
        Outcome.Answered whole = (Outcome.Answered) path.think(job(AMPLE));
        String told = texts();

        for (int cut = 1; cut <= Shard.ANSWER.length(); cut += 3) {
            chunks.clear();
            long before = shard.tokens();
            String text = Shard.ANSWER.substring(0, cut);
            Outcome.Answered resumed = (Outcome.Answered) path.think(again(text, codec.count(text)));

            assertThat(resumed.chain()).isEqualTo(whole.chain());
            assertThat(resumed.usage()).isEqualTo(whole.usage());
            assertThat(texts()).isEqualTo(told);
            assertThat(chunks).extracting(Chunk::delivery).containsOnly(3);
            assertThat(shard.tokens() - before).isLessThanOrEqualTo(codec.count(Shard.ANSWER.substring(cut)) + 1L);
        }
    }

    @Test
    void generatesNothingMoreWhereAllTokensWereThere() throws Exception {
        ManualTicker ticker = new ManualTicker(Tasks.ARRIVED);
        ShardPool nobody = new ShardPool(List.of(), HealthRule.standard(), ticker);
        OneChainPath path = path(nobody, new ApproximateTokens(), ticker, ticker::advance);

        Outcome outcome = path.think(again(Shard.ANSWER, 256));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(answered.provenance())
                                .isEqualTo(new Provenance.Thought(List.of("gone:1"), "length")));
    }

    @Test
    void writesDownHowFarItHasComeAndWhatItLeaves() throws Exception {
        Shard shard = shard(Duration.ofMillis(50));
        OneChainPath path = path(shard);
        List<Progress> kept = new CopyOnWriteArrayList<>();
        Task task = Tasks.task("r-1", Ticker.system().now(), AMPLE, true, CachePolicy.USE);
        Pace pace = new Pace(Duration.ofMillis(100), 2);
        Trail trail =
                Keepers.keeper(pace, Optional.empty(), kept, Ticker.system()).follow(task, task.arrivedAt(), 1, false);
        FutureTask<Outcome> thinking = new FutureTask<>(() -> path.think(Tasks.job(task, trail)));
        Thread worker = Thread.ofVirtual().start(thinking);
        await().untilAsserted(() -> assertThat(kept).hasSizeGreaterThan(1));

        worker.interrupt();

        assertThatThrownBy(thinking::get).hasCauseInstanceOf(InterruptedException.class);
        assertThat(kept)
                .allSatisfy(progress -> assertThat(Shard.ANSWER)
                        .startsWith(progress.chains().getFirst().text()));
        assertThat(kept)
                .extracting(progress -> progress.chains().getFirst().tokens())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void waitsForAShardUntilTheDeadlineAndThenSaysSo() throws Exception {
        ManualTicker ticker = new ManualTicker(Tasks.ARRIVED);
        ShardPool nobody = new ShardPool(List.of(), HealthRule.standard(), ticker);

        Outcome outcome = path(nobody, new ApproximateTokens(), ticker, ticker::advance)
                .think(Tasks.job(Tasks.task("r-1", AMPLE)));

        assertThat(codeOf(outcome)).isEqualTo(FaultCode.ENGINE_UNAVAILABLE);
        assertThat(ticker.now()).isEqualTo(Tasks.ARRIVED.plus(AMPLE));
        assertThat(chunks).extracting(Chunk::kind).containsExactly(Chunk.Kind.END);
    }

    @Test
    void stopsAChainThatEndsInOnePieceOverAndOverAndLearnsNothingOfIt() throws Exception {
        String endless = "<think>" + "over and over again ".repeat(5_000);
        Shard shard = Shard.saying(Duration.ofMillis(1), () -> endless);
        toClose.add(shard::stop);
        int most = 20_000;

        Outcome outcome =
                path(shard).think(Tasks.job(Tasks.longest(Ticker.system().now(), AMPLE, most)));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Answered.class, answered -> {
            assertThat(answered.provenance()).isEqualTo(new Provenance.Thought(List.of(shard.address()), "repetition"));
            assertThat(answered.questionKey()).isNull();
            assertThat(answered.usage().completionTokens()).isBetween(300, most / 2);
        });
        await().untilAsserted(() -> assertThat(shard.running()).isZero());
        assertThat(chunks.getLast().kind()).isEqualTo(Chunk.Kind.END);
        assertThat(meters.get(Meters.GENERATIONS)
                        .tag("outcome", "completed")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void missesTheDeadlineOfAShardThatHasWedged() throws Exception {
        Shard shard = shard(ITL);
        OneChainPath path = path(shard);
        shard.faults("wedged");

        assertThat(codeOf(path.think(job(Duration.ofMillis(300))))).isEqualTo(FaultCode.DEADLINE_MISSED);
    }

    @Test
    void cancelsTheGenerationOfAJobThatIsTakenAway() throws Exception {
        Shard shard = shard(Duration.ofMillis(200));
        OneChainPath path = path(shard);
        FutureTask<Outcome> thinking = new FutureTask<>(() -> path.think(job(AMPLE)));
        Thread worker = Thread.ofVirtual().start(thinking);
        await().untilAsserted(() -> assertThat(chunks).isNotEmpty());

        worker.interrupt();

        assertThatThrownBy(thinking::get).cause().isInstanceOfSatisfying(TakenAwayException.class, takenAway -> {
            assertThat(takenAway.spent().promptTokens()).isPositive();
            assertThat(takenAway.spent().completionTokens()).isPositive();
        });
        await().untilAsserted(() -> assertThat(shard.running()).isZero());
        assertThat(chunks).extracting(Chunk::kind).doesNotContain(Chunk.Kind.END);
        assertThat(meters.get(Meters.OPERATION_DURATION)
                        .tag("class", "interactive")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private Shard shard(Duration itl) throws IOException {
        Shard shard = Shard.start(itl);
        toClose.add(shard::stop);
        return shard;
    }

    private OneChainPath path(Shard... shards) {
        return path(new ApproximateTokens(), shards);
    }

    private OneChainPath path(TokenCodec codec, Shard... shards) {
        Ticker ticker = Ticker.system();
        List<TritonShard> clients = Stream.of(shards)
                .map(one -> new TritonShard(
                        ShardAddress.parse(one.address()), ShardSettings.of("tensorrt_llm"), codec, ticker))
                .toList();
        ShardPool pool = new ShardPool(clients, HealthRule.standard(), ticker);
        toClose.add(pool);
        toClose.add(new ProbeLoop(pool, HealthRule.standard(), ticker, new SplittableRandom(1), timer));
        await().untilAsserted(() -> assertThat(pool.healthy()).isEqualTo(shards.length));
        return path(pool, codec, ticker, Pauser.system());
    }

    private OneChainPath path(ShardPool pool, TokenCodec codec, Ticker ticker, Pauser pauser) {
        Prompting prompting = new Prompting(ChatTemplate.chatMl(), codec, "test");
        PathTelemetry telemetry = new PathTelemetry(new RecordTrace(OpenTelemetry.noop()), meters);
        return new OneChainPath(
                new ChainThinker(pool, prompting, (chunk, _) -> chunks.add(chunk), telemetry, ticker, pauser));
    }

    private static Job job(Duration allowed) {
        return Tasks.job(Tasks.task("r-1", Ticker.system().now(), allowed, true, CachePolicy.USE));
    }

    /** A third delivery, of what came so far. */
    private static Job again(String text, int tokens) {
        Task task = Tasks.task("r-1", Ticker.system().now(), AMPLE, true, CachePolicy.USE);
        Optional<Progress> found = Optional.of(Keepers.progress(task, 2, text, tokens));
        Pace pace = new Pace(Duration.ofHours(1), 1);
        return Tasks.job(
                task,
                Keepers.keeper(pace, found, new ArrayList<>(), Ticker.system())
                        .follow(task, task.arrivedAt(), 2, true));
    }

    private static FaultCode codeOf(Outcome outcome) {
        return ((Outcome.Failed) outcome).fault().code();
    }

    private String texts() {
        return texts(Chunk.Kind.REASONING) + "|" + texts(Chunk.Kind.ANSWER);
    }

    private String texts(Chunk.Kind kind) {
        return chunks.stream()
                .filter(one -> one.kind() == kind)
                .map(Chunk::text)
                .collect(Collectors.joining());
    }
}

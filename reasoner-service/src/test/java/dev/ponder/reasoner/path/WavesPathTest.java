package dev.ponder.reasoner.path;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Votes;
import dev.ponder.contracts.progress.BegunChain;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Pauser;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.binding.JobRoom;
import dev.ponder.reasoner.binding.TokenBudget;
import dev.ponder.reasoner.progress.Keepers;
import dev.ponder.reasoner.progress.Pace;
import dev.ponder.reasoner.progress.Trail;
import dev.ponder.reasoner.voting.SureRule;
import dev.ponder.tracing.RecordTrace;
import dev.ponder.triton.client.pool.HealthRule;
import dev.ponder.triton.client.pool.ProbeLoop;
import dev.ponder.triton.client.pool.ShardPool;
import dev.ponder.triton.client.shard.ShardAddress;
import dev.ponder.triton.client.shard.ShardSettings;
import dev.ponder.triton.client.shard.TritonShard;
import dev.ponder.triton.client.text.ChatTemplate;
import dev.ponder.triton.client.token.ApproximateTokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Waves on a simulated shard that says one answer after another. */
final class WavesPathTest {

    private static final Duration ITL = Duration.ofMillis(2);
    private static final int EACH = 300;

    private final Ticker ticker = Ticker.system();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<AutoCloseable> toClose = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        timer.shutdownNow();
        for (AutoCloseable one : toClose.reversed()) {
            one.close();
        }
    }

    @Test
    void takesTheAnswerOfMostAndAsksNoMoreOnceItIsSure() throws Exception {
        Shard shard = saying(ITL, "7", "7", "7", "8");

        Outcome.Answered answered = think(shard, JobRoom.BOUNDLESS, 3, 6);

        assertThat(answered.chain().canonicalAnswer()).isEqualTo("7");
        assertThat(votes(answered)).isEqualTo(new Votes(3, 3, 3, 1, Votes.Ended.SURE));
        assertThat(asked).hasValue(3);
    }

    @Test
    void beginsAnotherWaveWhereTheFirstDoesNotAgree() throws Exception {
        Shard shard = saying(ITL, "1", "2", "7", "7", "7", "7", "7");

        Outcome.Answered answered = think(shard, JobRoom.BOUNDLESS, 3, 7);

        assertThat(answered.chain().canonicalAnswer()).isEqualTo("7");
        assertThat(votes(answered).waves()).isGreaterThan(1);
        assertThat(votes(answered).ended()).isIn(Votes.Ended.SURE, Votes.Ended.ALL_CHAINS);
    }

    @Test
    void countsTheTokensOfAllChains() throws Exception {
        Shard shard = saying(ITL, "1", "2");
        Outcome.Answered one = think(saying(ITL, "1"), JobRoom.BOUNDLESS, 1, 1);

        Outcome.Answered two = think(shard, JobRoom.BOUNDLESS, 2, 2);

        assertThat(two.usage().promptTokens()).isEqualTo(2 * one.usage().promptTokens());
        assertThat(two.usage().completionTokens()).isEqualTo(2 * one.usage().completionTokens());
        assertThat(votes(two)).isEqualTo(new Votes(2, 2, 1, 1, Votes.Ended.ALL_CHAINS));
        assertThat(two.chain().canonicalAnswer()).isEqualTo("1");
    }

    @Test
    void givesTheBestAnswerSoFarWhereAnotherHasTakenTheRoom() throws Exception {
        TokenBudget budget = new TokenBudget(2 * EACH);
        Shard shard = saying(ITL, "1", "2", "7", "7");

        Outcome.Answered answered = think(shard, beside(budget, 2 * EACH), 2, 4);

        assertThat(votes(answered)).isEqualTo(new Votes(2, 2, 1, 1, Votes.Ended.NO_ROOM));
        assertThat(answered.chain().canonicalAnswer()).isEqualTo("1");
        assertThat(asked).hasValue(2);
    }

    @Test
    void makesALaterWaveAsSmallAsTheRoomThatIsLeft() throws Exception {
        TokenBudget budget = new TokenBudget(2 * EACH);
        Shard shard = saying(ITL, "1", "2", "2", "2");

        Outcome.Answered answered = think(shard, beside(budget, EACH), 2, 4);

        assertThat(votes(answered)).isEqualTo(new Votes(4, 4, 3, 3, Votes.Ended.ALL_CHAINS));
        assertThat(answered.chain().canonicalAnswer()).isEqualTo("2");
    }

    @Test
    void begunChainsGoOnAndEndedOnesKeepTheirVote() throws Exception {
        Task task = task(3, 3);
        List<BegunChain> begun = List.of(
                new BegunChain(text("7"), 12, List.of("gone:1"), "stop"),
                new BegunChain(text("7"), 12, List.of("gone:1"), "stop"),
                new BegunChain(text("8").substring(0, 9), 4, List.of("gone:1")));
        Shard shard = saying(ITL, "8");
        Trail trail = Keepers.keeper(
                        new Pace(Duration.ofHours(1), 1),
                        Optional.of(Keepers.progress(task, 1, begun)),
                        new CopyOnWriteArrayList<>(),
                        ticker)
                .follow(task, task.arrivedAt(), 2, true);

        Outcome outcome =
                path(shard).think(new Job(task, task.arrivedAt(), Span.getInvalid(), trail, JobRoom.BOUNDLESS));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Answered.class, answered -> {
            assertThat(answered.chain().canonicalAnswer()).isEqualTo("7");
            assertThat(votes(answered)).isEqualTo(new Votes(3, 3, 2, 1, Votes.Ended.ALL_CHAINS));
        });
        assertThat(asked).hasValue(1);
    }

    @Test
    void cancelsAllChainsOfAJobThatIsTakenAway() throws Exception {
        Shard shard = saying(Duration.ofMillis(300), "1", "2", "3");
        WavesPath path = path(shard);
        Task task = task(3, 3);
        FutureTask<Outcome> thinking = new FutureTask<>(() -> path.think(Tasks.job(task)));
        Thread worker = Thread.ofVirtual().start(thinking);
        await().untilAsserted(() -> assertThat(shard.running()).isEqualTo(3));

        worker.interrupt();

        assertThatThrownBy(thinking::get).cause().isInstanceOfSatisfying(TakenAwayException.class, takenAway -> {
            assertThat(takenAway.soFar()).hasSize(3);
            assertThat(takenAway.spent().promptTokens()).isPositive();
        });
        await().untilAsserted(() -> assertThat(shard.running()).isZero());
    }

    @Test
    @Timeout(120)
    void thinksOnWhereTheDeadlineIsThousandsOfYearsAway() throws Exception {
        Shard shard = saying(ITL, "1", "2", "2", "2");

        Outcome outcome =
                path(shard).think(Tasks.job(Tasks.waves(ticker.now(), Duration.ofDays(3_000_000), EACH, 2, 4)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(votes(answered).waves()).isGreaterThan(1));
    }

    @Test
    void failsOnlyWhereEveryChainDoes() throws Exception {
        Shard shard = saying(ITL, "1", "2");
        WavesPath path = path(shard);
        shard.faults("wedged");

        Outcome outcome = path.think(Tasks.job(Tasks.waves(ticker.now(), Duration.ofMillis(400), EACH, 2, 4)));

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    }

    /** A job's room, beside another job that takes so much as soon as that is free. */
    private static JobRoom beside(TokenBudget budget, int others) throws InterruptedException {
        TokenBudget.Reservation mine = budget.reserve(2 * EACH, Duration.ZERO).orElseThrow();
        AtomicBoolean taken = new AtomicBoolean();
        return new JobRoom() {
            @Override
            public boolean growTo(int tokens) throws InterruptedException {
                if (taken.compareAndSet(false, true)) {
                    assertThat(budget.reserve(others, Duration.ZERO)).isPresent();
                }
                return mine.growTo(tokens);
            }

            @Override
            public void shrinkTo(int tokens) {
                mine.shrinkTo(tokens);
            }
        };
    }

    @Test
    void beginsNothingWhereTheTemplateRefusesTheTurns(@TempDir Path directory) throws Exception {
        Task task = task(2, 4);
        Trail trail = Keepers.forgetful().follow(task, task.arrivedAt(), 1, false);
        WavesPath path = path(saying(Duration.ZERO, "1"), Templates.refusing(directory));

        assertThatThrownBy(
                        () -> path.think(new Job(task, task.arrivedAt(), Span.getInvalid(), trail, JobRoom.BOUNDLESS)))
                .isInstanceOf(UnfitTurnsException.class)
                .hasMessageContaining("rules must come first");
        assertThat(asked).hasValue(0);
    }

    private Outcome.Answered think(Shard shard, JobRoom room, int first, int most) throws TakenAwayException {
        Task task = task(first, most);
        Trail trail = Keepers.forgetful().follow(task, task.arrivedAt(), 1, false);
        return (Outcome.Answered) path(shard).think(new Job(task, task.arrivedAt(), Span.getInvalid(), trail, room));
    }

    private Task task(int first, int most) {
        return Tasks.waves(ticker.now(), Duration.ofMinutes(1), EACH, first, most);
    }

    private static Votes votes(Outcome.Answered answered) {
        return requireNonNull(((Provenance.Thought) answered.provenance()).votes());
    }

    private static String text(String answer) {
        return "<think>so</think>It is \\boxed{" + answer + "}.";
    }

    private Shard saying(Duration itl, String... answers) throws IOException {
        Shard shard = Shard.saying(itl, () -> text(answers[asked.getAndIncrement() % answers.length]));
        toClose.add(shard::stop);
        return shard;
    }

    private WavesPath path(Shard shard) {
        return path(shard, ChatTemplate.chatMl());
    }

    private WavesPath path(Shard shard, ChatTemplate template) {
        TritonShard client = new TritonShard(
                ShardAddress.parse(shard.address()), ShardSettings.of("tensorrt_llm"), new ApproximateTokens(), ticker);
        ShardPool pool = new ShardPool(List.of(client), HealthRule.standard(), ticker);
        toClose.add(pool);
        toClose.add(new ProbeLoop(pool, HealthRule.standard(), ticker, new SplittableRandom(1), timer));
        await().untilAsserted(() -> assertThat(pool.healthy()).isEqualTo(1));
        asked.set(0); // The probe has asked too.
        ChainThinker thinker = new ChainThinker(
                pool,
                new Prompting(template, new ApproximateTokens(), "test"),
                (_, _) -> {},
                new PathTelemetry(new RecordTrace(OpenTelemetry.noop()), new SimpleMeterRegistry()),
                ticker,
                Pauser.system());
        return new WavesPath(
                thinker, new SureRule(0.9), ticker, Thread.ofVirtual().factory());
    }
}

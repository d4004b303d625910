package dev.ponder.triton.client.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.FinishReason;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What our client makes of a shard that does wrong: each generation ends once, by its deadline, with a kind that says what to do. */
class ShardFaultsTest {

    private static final int MAX_TOKENS = 60;
    private static final Duration SOON = Duration.ofMillis(600);
    private static final Duration LATE = Duration.ofSeconds(15);

    @ParameterizedTest
    @CsvSource({
        "hang,DEADLINE,0",
        "wedged,DEADLINE,0",
        "stall=3,DEADLINE,3",
        "slow=400,DEADLINE,0",
        "cut=3,UNAVAILABLE,3",
        "rst=3,UNAVAILABLE,3",
        "goaway=3,UNAVAILABLE,3",
        "error=3,ENGINE_ERROR,3",
        "queue-full,QUEUE_FULL,0",
        "leaving,LEAVING,0",
        "wrong-datatype,UNREADABLE,0",
    })
    void endsOnceByTheDeadlineWithItsKind(String fault, FailureKind kind, int deltas) throws Exception {
        try (FaultyShard shard = new FaultyShard()) {
            shard.client().join();
            shard.faults(fault);
            Ending ending = new Ending();

            Generation _ = shard.client().start(request(kind == FailureKind.DEADLINE ? SOON : LATE), ending);

            assertThat(ending.await())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(kind));
            assertThat(ending.deltas()).isLessThanOrEqualTo(deltas);
            assertThat(ending.ends()).isOne();
        }
    }

    @Test
    void hangsInOneOfTwoAndGoesOnInTheOther() throws Exception {
        try (FaultyShard shard = new FaultyShard()) {
            shard.client().join();
            shard.faults("hang=2");
            Ending first = new Ending();
            Ending second = new Ending();

            Generation _ = shard.client().start(request(Duration.ofSeconds(2)), first);
            Generation _ = shard.client().start(request(Duration.ofSeconds(2)), second);

            assertThat(new Class<?>[] {first.await().getClass(), second.await().getClass()})
                    .containsExactlyInAnyOrder(GenerationEnd.Completed.class, GenerationEnd.Failed.class);
        }
    }

    @Test
    void isBoundedByTheTokenLimitWhereAnAnswerRepeatsItself() throws Exception {
        try (FaultyShard shard = new FaultyShard()) {
            shard.faults("endless");
            Ending ending = new Ending();

            Generation _ = shard.client().start(request(LATE), ending);

            assertThat(ending.await())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Completed.class,
                            completed -> assertThat(completed.reason()).isEqualTo(FinishReason.LENGTH));
            assertThat(ending.deltas()).isEqualTo(MAX_TOKENS);
        }
    }

    @ParameterizedTest
    @CsvSource({"rst=3", "goaway=3", "leaving", "cut=3"})
    void worksAgainOnceTheFaultIsOver(String fault) throws Exception {
        try (FaultyShard shard = new FaultyShard()) {
            shard.client().join();
            shard.faults(fault);
            Ending failing = new Ending();
            Generation _ = shard.client().start(request(LATE), failing);
            failing.await();
            shard.faults("");
            Ending working = new Ending();

            Generation _ = shard.client().start(request(LATE), working);

            assertThat(working.await()).isInstanceOf(GenerationEnd.Completed.class);
        }
    }

    @Test
    void letsGoOfAServerThatGoesAndNeverHangsUp() throws Exception {
        try (FaultyShard shard = new FaultyShard()) {
            shard.client().join();
            Ending running = new Ending();
            shard.faults("slow=10");
            Generation _ = shard.client().start(request(LATE), running);
            running.awaitDelta();

            shard.faults("leaving");
            Ending refused = new Ending();
            Generation _ = shard.client().start(request(LATE), refused);

            assertThat(refused.await())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(FailureKind.LEAVING));
            assertThat(running.await()).isInstanceOf(GenerationEnd.Completed.class);
        }
    }

    private static GenerationRequest request(Duration deadline) {
        return GenerationRequest.greedy("f-" + System.nanoTime(), "tokens=20", MAX_TOKENS, deadline);
    }
}

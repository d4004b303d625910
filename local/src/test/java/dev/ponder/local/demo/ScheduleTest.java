package dev.ponder.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.local.exchange.Question;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Question first = Question.chat(new RequestId("a"), "What is 1 + 1?");
    private final Question second = Question.chat(new RequestId("b"), "What is 2 + 2?");
    private final Question repeat = Question.chat(new RequestId("c"), "What is 1 + 1?");
    private final Schedule schedule = new Schedule(List.of(first, second, repeat), 0, 1);

    @Test
    void asksNewQuestionsAtTheirRate() {
        assertThat(schedule.take(0)).contains(new Schedule.Due(first, 0));
        assertThat(schedule.take(SECOND - 1)).isEmpty();
        assertThat(schedule.take(3 * SECOND)).contains(new Schedule.Due(second, SECOND));
    }

    @Test
    void holdsARepeatUntilTheFirstIsSettled() {
        schedule.take(0);
        schedule.take(SECOND);

        assertThat(schedule.take(100 * SECOND)).isEmpty();

        schedule.settled(first, 100 * SECOND);
        assertThat(schedule.take(100 * SECOND)).isEmpty();
        assertThat(schedule.take(101 * SECOND))
                .get()
                .extracting(Schedule.Due::question)
                .isEqualTo(repeat);
    }

    @Test
    void saysHowLongNothingIsDue() {
        schedule.take(0);

        assertThat(schedule.quietNanos(0, 5 * SECOND)).isEqualTo(SECOND);
        assertThat(schedule.quietNanos(0, 10)).isEqualTo(10);
        assertThat(schedule.quietNanos(2 * SECOND, 10)).isZero();
    }
}

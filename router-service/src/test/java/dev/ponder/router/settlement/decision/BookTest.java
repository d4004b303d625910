package dev.ponder.router.settlement.decision;

import static dev.ponder.router.settlement.decision.Outcomes.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a partition's book makes of what it is told. */
final class BookTest {

    private static final Duration REMEMBER = Duration.ofHours(1);

    private final Book book = new Book(REMEMBER);
    private final OpenWork work = OpenWork.of(Outcomes.dispatched("a", 1), NOW);

    @Test
    void keepsTheDeadlineOfWorkThatNobodyTookBack() {
        book.open("a", work);

        assertThat(deadline()).isEqualTo(work.deadline());
    }

    @Test
    void hasWorkThatWasTakenBackBeforeItCameEndAtOnce() {
        book.withdraw("a", NOW.minusSeconds(1));

        book.open("a", work);

        assertThat(deadline()).isEqualTo(NOW);
        assertThat(book.isWithdrawn("a", NOW)).isTrue();
    }

    @Test
    void takesWorkForNewWhoseIdWasTakenBackLongAgo() {
        book.withdraw("a", NOW.minus(REMEMBER));

        book.open("a", work);

        assertThat(deadline()).isEqualTo(work.deadline());
    }

    private Instant deadline() {
        OpenWork open = book.work("a");
        assertThat(open).isNotNull();
        return open.deadline();
    }
}

package dev.ponder.router.settlement.decision;

import static dev.ponder.router.settlement.decision.Outcomes.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.outcome.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

final class SettlerPropertiesTest {

    private static final Duration REMEMBER = Duration.ofHours(1);

    private final Settler settler = Outcomes.settler();

    /** However often an outcome comes again, in one batch or over many, some of them aborted and read again. */
    @Property(tries = 300)
    void settlesEveryRequestOnceWhateverIsRepeatedOrAborted(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 9) Integer> ids,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 5) Integer> cuts,
            @ForAll @Size(min = 1, max = 40) List<Boolean> aborts) {
        // Given
        Book settled = new Book(REMEMBER);
        Map<String, Integer> published = new HashMap<>();
        // When
        int from = 0;
        for (int turn = 0; from < ids.size(); turn++) {
            int to = Math.min(ids.size(), from + cuts.get(turn % cuts.size()));
            List<Decision> decisions = decide(ids.subList(from, to), settled);
            if (turn >= aborts.size() || !aborts.get(turn)) {
                commit(decisions, settled, published);
                from = to;
            }
        }
        // Then
        assertThat(published.keySet()).hasSameSizeAs(Set.copyOf(ids));
        assertThat(published.values()).containsOnly(1);
    }

    /** Work, lease, answers of two attempts and the order itself may be heard in any order, in one batch or over many. */
    @Property(tries = 300)
    void endsACancelledRequestOnceWhateverIsHeardFirst(
            @ForAll("everyOrder") List<Notice> told,
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 8) Integer> cuts) {
        // Given
        Book book = new Book(REMEMBER);
        Map<String, Integer> published = new HashMap<>();
        // When
        int from = 0;
        for (int turn = 0; from < told.size(); turn++) {
            int to = Math.min(told.size(), from + cuts.get(turn % cuts.size()));
            commit(decideOn(told.subList(from, to), book), book, published);
            from = to;
        }
        // Then
        assertThat(published).containsExactly(Map.entry(told.getFirst().key().digest(), 1));
        assertThat(book.underWay()).isEmpty();
    }

    /** An order hours after its request, or about none, must not make what looks like a second answer. */
    @Property
    void publishesNothingForOrdersAlone(@ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> ids) {
        Map<String, Integer> published = new HashMap<>();
        commit(
                decideOn(ids.stream().map(id -> Outcomes.cancelled("id-" + id)).toList(), new Book(REMEMBER)),
                new Book(REMEMBER),
                published);
        assertThat(published).isEmpty();
    }

    @Provide
    Arbitrary<List<Notice>> everyOrder() {
        return Arbitraries.shuffle(
                Outcomes.cancelled("a"),
                Outcomes.cancelled("a"),
                Outcomes.dispatched("a", 1),
                Outcomes.held("a", 1),
                Outcomes.answered("default", "a"),
                Outcomes.dispatched("a", 2),
                Outcomes.failed("default", "a"));
    }

    @Property(tries = 300)
    void remembersForTheSetTimeAndNoLonger(
            @ForAll @Size(max = 20) List<@IntRange(max = 7200) Integer> settledAt,
            @ForAll @IntRange(max = 10_000) int askedAt) {
        // Given
        SettledIds settled = new SettledIds(REMEMBER);
        settledAt.forEach(second -> settled.add("id-" + second, NOW.plusSeconds(second)));
        Instant now = NOW.plusSeconds(askedAt);
        // When
        settled.forgetOld(now);
        // Then
        assertThat(settledAt)
                .allSatisfy(second -> assertThat(settled.contains("id-" + second, now))
                        .isEqualTo(askedAt < second + REMEMBER.toSeconds()));
    }

    private List<Decision> decide(List<Integer> ids, Book settled) {
        return decideOn(
                ids.stream().map(id -> Outcomes.answered("default", "id-" + id)).toList(), settled);
    }

    private List<Decision> decideOn(List<? extends Notice> notices, Book book) {
        List<byte @Nullable []> values = new ArrayList<>();
        notices.forEach(notice -> values.add(Outcomes.json(notice)));
        return settler.decide(values, book, NOW);
    }

    private static void commit(List<Decision> decisions, Book book, Map<String, Integer> published) {
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Settled one) {
                book.settle(one.digest(), one.at());
                published.merge(one.digest(), 1, Integer::sum);
            } else if (decision instanceof Decision.Noted noted) {
                book.open(noted.digest(), noted.work());
            } else if (decision instanceof Decision.Withdrawn withdrawn) {
                book.withdraw(withdrawn.digest(), withdrawn.at());
            }
        }
    }
}

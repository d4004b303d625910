package dev.ponder.router.settlement.liveness;

import static dev.ponder.router.settlement.decision.Outcomes.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.work.WorkPlace;
import dev.ponder.router.settlement.decision.OpenWork;
import dev.ponder.router.settlement.decision.Outcomes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class TrimmingPropertiesTest {

    private static final List<String> TOPICS = List.of("reasoning.work.main.interactive", "reasoning.work.main.batch");

    /** Whatever is under way in whichever partition, its record stays; and nothing at or above the front goes. */
    @Property(tries = 500)
    void cutsNothingThatIsUnderWayOrWaits(
            @ForAll @Size(max = 5) List<@Size(max = 8) List<@IntRange(max = 200) Integer>> partitions,
            @ForAll @IntRange(max = 200) int front,
            @ForAll @IntRange(max = 200) int otherFront) {
        // Given
        Fronts fronts = new Fronts(Map.of(lane(0), (long) front, lane(1), (long) otherFront));
        List<List<OpenWork>> underWay = partitions.stream()
                .map(offsets ->
                        offsets.stream().map(TrimmingPropertiesTest::work).toList())
                .toList();
        // When
        Map<Fronts.Lane, Long> cuts = Trimming.cuts(
                fronts,
                underWay.stream().map(works -> Trimming.oldest(works, NOW)).toList());
        // Then
        assertThat(cuts)
                .allSatisfy((lane, cut) ->
                        assertThat(cut).isLessThanOrEqualTo(fronts.byLane().getOrDefault(lane, 0L)));
        assertThat(underWay.stream().flatMap(List::stream))
                .allSatisfy(work -> assertThat(work.place().offset())
                        .isGreaterThanOrEqualTo(cuts.getOrDefault(Fronts.Lane.of(work.place()), 0L)));
    }

    @Example
    void cutsUpToTheFrontWhereNothingIsUnderWay() {
        assertThat(Trimming.cuts(new Fronts(Map.of(lane(0), 7L)), List.of("", "")))
                .containsExactly(Map.entry(lane(0), 7L));
    }

    /** Two pools of four topics, each of a consumer group with twelve partitions, all with work under way. */
    @Example
    void tellsOfManyPartitionsOfWork() {
        List<OpenWork> everywhere = Stream.of("main", "another")
                .flatMap(pool -> Stream.of("interactive", "standard", "batch", "surplus")
                        .map(last -> "reasoning.work." + pool + "." + last))
                .flatMap(topic -> IntStream.range(0, 12)
                        .mapToObj(partition -> work(new WorkPlace(topic, partition, 1_234_567_890L + partition))))
                .toList();
        Map<Fronts.Lane, Long> fronts = everywhere.stream()
                .collect(Collectors.toMap(work -> Fronts.Lane.of(work.place()), _ -> Long.MAX_VALUE));

        Map<Fronts.Lane, Long> cuts = Trimming.cuts(new Fronts(fronts), List.of(Trimming.oldest(everywhere, NOW)));

        assertThat(cuts).hasSize(96);
        assertThat(everywhere)
                .allSatisfy(work -> assertThat(cuts)
                        .containsEntry(
                                Fronts.Lane.of(work.place()), work.place().offset()));
    }

    @Example
    void readsWhatAnOlderRouterWrote() {
        assertThat(Trimming.cuts(
                        new Fronts(Map.of(lane(0), 7L, lane(1), 7L)),
                        List.of(TOPICS.getFirst() + "/0=3;" + TOPICS.getLast() + "/0=5")))
                .containsOnly(Map.entry(lane(0), 3L), Map.entry(lane(1), 5L));
    }

    @Example
    void cutsNothingWhereAPartitionCantSayWhatIsUnderWay() {
        assertThat(Trimming.cuts(new Fronts(Map.of(lane(0), 7L)), List.of("", "?")))
                .isEmpty();
        assertThat(Trimming.cuts(new Fronts(Map.of(lane(0), 7L)), List.of("a/b=c")))
                .isEmpty();
    }

    @Property(tries = 200)
    void saysSinceWhenTheRegisterTellsOfAllThatIsUnderWay(
            @ForAll @Size(max = 8) List<@IntRange(max = 10_000) Integer> secondsAgo) {
        List<OpenWork> underWay = secondsAgo.stream()
                .map(ago -> new OpenWork(work(ago).asked(), NOW, work(ago).place(), 100, null, NOW.minusSeconds(ago)))
                .toList();

        Optional<Instant> since = Trimming.openSince(Trimming.oldest(underWay, NOW));

        assertThat(since)
                .contains(underWay.stream()
                        .map(OpenWork::notedAt)
                        .min(Instant::compareTo)
                        .orElse(NOW));
    }

    @Example
    void saysNotSinceWhenWhereAnotherWroteIt() {
        assertThat(List.of("", "?", "a/b=c", TOPICS.getFirst() + "/0=3"))
                .allSatisfy(foreign -> assertThat(Trimming.openSince(foreign)).isEmpty());
    }

    private static Fronts.Lane lane(int index) {
        return new Fronts.Lane(TOPICS.get(index), 0);
    }

    private static OpenWork work(int offset) {
        WorkPlace place = new WorkPlace(TOPICS.get(offset % TOPICS.size()), 0, offset);
        return work(place);
    }

    private static OpenWork work(WorkPlace place) {
        return new OpenWork(Outcomes.dispatched("a", 1).asked(), NOW.plusSeconds(60), place, 100, null, NOW);
    }
}

package dev.ponder.router.settlement.liveness;

import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.WorkPlace;
import dev.ponder.router.settlement.decision.OpenWork;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Up to where work topics may be cut: below the queue's front, and below the oldest work under way that any partition of outcomes
 * knows. Each partition's owner writes its oldest into the metadata of the offsets it commits, so that any router can read all of them
 * at once. Beside that it writes since when the register tells of work under way, as if that were one more lane, whose offset is a time: the
 * next owner reads back that far, and a router that knows nothing of it cuts no such lane. Pure.
 */
public final class Trimming {

    /** Kafka's limit is 4,096 bytes ({@code offset.metadata.max.bytes}). */
    private static final int MOST_CHARACTERS = 4_000;

    private static final String UNKNOWN = "?";
    private static final Fronts.Lane REGISTER = new Fronts.Lane(Topics.REGISTER, 0);

    private Trimming() {}

    /**
     * What a partition's owner writes: the oldest work under way in each lane, and when the first of it was told to the register. A topic
     * is named once, since those of a consumer group have many partitions.
     */
    public static String oldest(Collection<OpenWork> underWay, Instant now) {
        Map<Fronts.Lane, Long> oldest = new HashMap<>();
        oldest.put(REGISTER, now.toEpochMilli());
        for (OpenWork work : underWay) {
            WorkPlace place = work.place();
            oldest.merge(Fronts.Lane.of(place), place.offset(), Math::min);
            oldest.merge(REGISTER, work.notedAt().toEpochMilli(), Math::min);
        }
        Map<String, StringJoiner> byTopic = new HashMap<>();
        oldest.forEach((lane, offset) -> byTopic.computeIfAbsent(lane.topic(), _ -> new StringJoiner(","))
                .add(lane.partition() + "=" + offset));
        StringJoiner text = new StringJoiner(";");
        byTopic.forEach((topic, offsets) -> text.add(topic + "/" + offsets));
        return text.length() <= MOST_CHARACTERS ? text.toString() : UNKNOWN;
    }

    /**
     * The offsets below which nothing is needed any more, by lane.
     *
     * @param oldest what the owners of all partitions wrote
     * @return nothing at all where one of them can't be read, since its work could lie anywhere
     */
    public static Map<Fronts.Lane, Long> cuts(Fronts fronts, Collection<String> oldest) {
        Map<Fronts.Lane, Long> cuts = new HashMap<>(fronts.byLane());
        for (String text : oldest) {
            Optional<Map<Fronts.Lane, Long>> known = read(text);
            if (known.isEmpty()) {
                return Map.of();
            }
            known.orElseThrow()
                    .forEach((lane, offset) -> cuts.computeIfPresent(lane, (_, cut) -> Math.min(cut, offset)));
        }
        return cuts;
    }

    /** Since when the register tells of all work that was under way when this was written; empty where it does not say. */
    public static Optional<Instant> openSince(String oldest) {
        return read(oldest).map(lanes -> lanes.get(REGISTER)).map(Instant::ofEpochMilli);
    }

    private static Optional<Map<Fronts.Lane, Long>> read(String text) {
        Map<Fronts.Lane, Long> oldest = new HashMap<>();
        try {
            for (String part : text.isEmpty() ? new String[0] : text.split(";", -1)) {
                int slash = part.lastIndexOf('/');
                for (String one : part.substring(slash + 1).split(",", -1)) {
                    int equals = one.indexOf('=');
                    int partition = Integer.parseInt(one.substring(0, equals));
                    long offset = Long.parseLong(one.substring(equals + 1));
                    oldest.put(new Fronts.Lane(part.substring(0, slash), partition), offset);
                }
            }
            return Optional.of(oldest);
        } catch (NumberFormatException | IndexOutOfBoundsException foreign) {
            return Optional.empty();
        }
    }
}

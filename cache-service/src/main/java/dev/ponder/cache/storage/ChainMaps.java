package dev.ponder.cache.storage;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * The maps in the file. Open at most once a file; who may touch them is {@link MvChainStore}'s to say.
 *
 * @param store the file they lie in
 * @param chains by question key, the sealed JSON
 * @param places by question key, its place in the queue
 * @param queue by place, the question key; the lowest goes first
 * @param positions by partition, the offset to read next, sealed
 * @param about the topic's id, and since when this copy may lack what the topic held
 */
record ChainMaps(
        MVStore store,
        MVMap<String, String> chains,
        MVMap<String, Long> places,
        MVMap<Long, String> queue,
        MVMap<Long, String> positions,
        MVMap<String, String> about) {

    static final String TOPIC_ID = "topic-id";

    private static final String SEEN = "seen";
    private static final String OPENED = "opened";
    private static final String FORM = "form";
    private static final String THIS_FORM = "1";

    /** Opens the maps; throws what a damaged file throws if they don't fit together. */
    static ChainMaps in(MVStore store) {
        StringDataType text = StringDataType.INSTANCE;
        LongDataType number = LongDataType.INSTANCE;
        ChainMaps maps = new ChainMaps(
                store,
                store.openMap(
                        "chains",
                        new MVMap.Builder<String, String>().keyType(text).valueType(text)),
                store.openMap(
                        "places",
                        new MVMap.Builder<String, Long>().keyType(text).valueType(number)),
                store.openMap(
                        "queue",
                        new MVMap.Builder<Long, String>().keyType(number).valueType(text)),
                store.openMap(
                        "positions",
                        new MVMap.Builder<Long, String>().keyType(number).valueType(text)),
                store.openMap(
                        "about",
                        new MVMap.Builder<String, String>().keyType(text).valueType(text)));
        maps.check();
        return maps;
    }

    /** Reads the positions; one that is damaged would skip records, so it damages all. */
    Map<Integer, Long> readPositions() {
        Map<Integer, Long> read = new HashMap<>();
        positions.forEach((partition, value) -> read.put(Math.toIntExact(partition), position(partition, value)));
        return read;
    }

    private static long position(long partition, String sealed) {
        String prefix = partition + "@";
        return SealedText.open(sealed)
                .filter(text -> text.startsWith(prefix))
                .map(text -> Long.parseLong(text.substring(prefix.length())))
                .orElseThrow(() -> corrupt("the position of partition " + partition + " is damaged"));
    }

    void moveTo(int partition, long position) {
        positions.put((long) partition, SealedText.seal(partition + "@" + position));
    }

    private static MVStoreException corrupt(String why) {
        return DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT, why);
    }

    private void check() {
        about.putIfAbsent(FORM, THIS_FORM);
        readPositions();
        boolean fits = THIS_FORM.equals(about.get(FORM))
                && chains.sizeAsLong() == queue.sizeAsLong()
                && places.sizeAsLong() == queue.sizeAsLong();
        if (!fits) {
            throw corrupt("its maps do not fit together");
        }
    }

    /** Writes something, which says nothing of the topic: damage that shows only at the first write shows now. */
    void probe(Instant now) {
        about.put(OPENED, now.toString());
        store.commit();
    }

    /** When this copy was last known to hold all that the topic did; null where it holds nothing of any topic. */
    @Nullable
    Instant seen() {
        String seen = about.get(SEEN);
        return seen == null ? null : Instant.parse(seen);
    }

    /** Notes that reading from the first record on began then, or that there was nothing left to read. */
    void see(Instant at) {
        about.put(SEEN, at.toString());
    }

    void clear() {
        chains.clear();
        places.clear();
        queue.clear();
        positions.clear();
        about.remove(SEEN);
    }
}

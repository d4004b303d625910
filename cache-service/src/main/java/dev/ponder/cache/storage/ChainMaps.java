package dev.ponder.cache.storage;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * The maps in the file. Open at most once a file; who may touch them is {@link MvChainStore}'s to say.
 *
 * @param store the file they lie in
 * @param chains by question key, the sealed JSON
 * @param places by question key, its place in the queue
 * @param queue by place, the question key; the lowest goes first
 * @param positions by partition, the offset to read next
 * @param about the topic's id, and when this copy last agreed with it
 */
record ChainMaps(
        MVStore store,
        MVMap<String, String> chains,
        MVMap<String, Long> places,
        MVMap<Long, String> queue,
        MVMap<Long, Long> positions,
        MVMap<String, String> about) {

    static final String TOPIC_ID = "topic-id";
    static final String SEEN = "seen";

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
                        new MVMap.Builder<Long, Long>().keyType(number).valueType(number)),
                store.openMap(
                        "about",
                        new MVMap.Builder<String, String>().keyType(text).valueType(text)));
        maps.check();
        return maps;
    }

    private void check() {
        about.putIfAbsent(FORM, THIS_FORM);
        positions.forEach((partition, offset) -> {});
        boolean fits = THIS_FORM.equals(about.get(FORM))
                && chains.sizeAsLong() == queue.sizeAsLong()
                && places.sizeAsLong() == queue.sizeAsLong();
        if (!fits) {
            throw DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT, "its maps do not fit together");
        }
    }

    void clear() {
        chains.clear();
        places.clear();
        queue.clear();
        positions.clear();
    }
}

package dev.ponder.bench.streams;

import dev.ponder.contracts.chunk.Chunk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One generation as a reader of its chunks sees it: whether its text is whole, and how late each token came. One thread. */
final class OpenStream {

    private final List<Long> saidMillis = new ArrayList<>();
    private final List<Integer> lateMillis = new ArrayList<>();
    private int next;
    private int seq;
    private boolean torn;
    private boolean ended;

    void accept(Chunk chunk, long nowMillis) {
        torn |= chunk.seq() != seq++;
        if (chunk.kind() == Chunk.Kind.END) {
            ended = true;
            return;
        }
        for (String stamp : chunk.text().strip().split(" ")) {
            String[] parts = stamp.split("@");
            torn |= parts.length != 2 || Integer.parseInt(parts[0]) != next;
            next++;
            long said = Long.parseLong(parts[parts.length - 1]);
            saidMillis.add(said);
            lateMillis.add(Math.toIntExact(nowMillis - said));
        }
    }

    /** Whether chunks or tokens are missing or out of order. */
    boolean torn() {
        return torn;
    }

    boolean ended() {
        return ended;
    }

    long firstMillis() {
        return saidMillis.getFirst();
    }

    long lastMillis() {
        return saidMillis.getLast();
    }

    /** How many tokens came that were said in a time. */
    long tokens(long fromMillis, long toMillis) {
        return saidMillis.stream()
                .filter(said -> said >= fromMillis && said < toMillis)
                .count();
    }

    /** How late the tokens came that were said in a time, in milliseconds. */
    List<Integer> late(long fromMillis, long toMillis) {
        List<Integer> late = new ArrayList<>();
        for (int i = 0; i < saidMillis.size(); i++) {
            if (saidMillis.get(i) >= fromMillis && saidMillis.get(i) < toMillis) {
                late.add(lateMillis.get(i));
            }
        }
        return Collections.unmodifiableList(late);
    }
}

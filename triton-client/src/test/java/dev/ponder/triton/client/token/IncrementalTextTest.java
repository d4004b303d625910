package dev.ponder.triton.client.token;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class IncrementalTextTest {

    @Property
    boolean makesTheSameTextHoweverTheIdsAreCut(@ForAll String text, @ForAll @IntRange(min = 1, max = 7) int step) {
        TokenCodec codec = new ByteTokens();
        int[] ids = codec.encode(text);
        IncrementalText incremental = new IncrementalText(codec);
        StringBuilder joined = new StringBuilder();
        for (int from = 0; from < ids.length; from += step) {
            joined.append(incremental.accept(Arrays.copyOfRange(ids, from, Math.min(from + step, ids.length))));
        }
        return joined.append(incremental.finish()).toString().equals(codec.decode(ids));
    }
}

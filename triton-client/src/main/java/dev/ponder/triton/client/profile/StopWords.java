package dev.ponder.triton.client.profile;

import java.util.Arrays;
import java.util.List;

/**
 * Writes stop words as the {@code ifb} model takes them: a row of all their ids, and a row of where each word ends, filled up with
 * -1 (TensorRT-LLM {@code triton_backend}, {@code stop_words_list}). Pure.
 */
final class StopWords {

    private static final int NOTHING = -1;

    private StopWords() {}

    /** Gives both rows, one after the other; words without ids, which would end at once or nowhere, are passed over. */
    static int[] rows(List<int[]> all) {
        List<int[]> words = all.stream().filter(word -> word.length > 0).toList();
        int length = words.stream().mapToInt(word -> word.length).sum();
        int[] rows = new int[2 * length];
        Arrays.fill(rows, length, 2 * length, NOTHING);
        int at = 0;
        int ends = length;
        for (int[] word : words) {
            System.arraycopy(word, 0, rows, at, word.length);
            at += word.length;
            rows[ends++] = at;
        }
        return rows;
    }
}

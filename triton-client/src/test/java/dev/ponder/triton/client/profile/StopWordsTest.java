package dev.ponder.triton.client.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StopWordsTest {

    @Test
    void writesIdsAndThenWhereEachWordEnds() {
        int[] rows = StopWords.rows(List.of(new int[] {7, 8}, new int[] {9}));

        assertThat(rows).containsExactly(7, 8, 9, 2, 3, -1);
    }

    @Test
    void passesOverWordsWithoutIds() {
        int[] rows = StopWords.rows(List.of(new int[0], new int[] {7, 8}, new int[0]));

        assertThat(rows).containsExactly(7, 8, 2, -1);
        assertThat(StopWords.rows(List.of(new int[0]))).isEmpty();
    }
}

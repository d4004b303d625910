package dev.ponder.triton.client.token.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.triton.client.token.IncrementalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // read() runs first
class TokenizerFileTest {

    private static TokenizerFile small;

    @BeforeAll
    static void read() throws IOException {
        small = TokenizerFile.small();
    }

    @Test
    void comesBackToTheSameText() {
        String text = "Therefore x = 3/4 + 1/8,\n\n然后 ½ 🎓.";

        assertThat(small.decode(small.encode(text))).isEqualTo(text);
        assertThat(small.count(text))
                .isEqualTo(small.encode(text).length)
                .isLessThan(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void knowsTheSpecialTokensOfChatMl() {
        int[] ids = small.encode("<|im_start|>user\nhi<|im_end|>");

        assertThat(small.endId()).hasValue(ids[ids.length - 1]);
        assertThat(small.decode(ids)).isEqualTo("user\nhi");
    }

    @Test
    void keepsTheTagsOfThought() {
        assertThat(small.decode(small.encode("<think>so</think>7"))).isEqualTo("<think>so</think>7");
    }

    @Test
    void givesWholeCharactersHoweverIdsCome() {
        String text = "½ 然后 seven eighths 🎓";
        IncrementalText incremental = new IncrementalText(small);
        StringBuilder joined = new StringBuilder();

        for (int id : small.encode(text)) {
            String piece = incremental.accept(new int[] {id});
            assertThat(piece).doesNotContain("\uFFFD");
            joined.append(piece);
        }

        assertThat(joined.append(incremental.finish())).hasToString(text);
    }
}

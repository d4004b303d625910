package dev.ponder.cluster.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private final Sentences sentences = new Sentences();

    @Test
    void readsNamesAsWords() throws NoSuchMethodException {
        String said = sentences.generateDisplayNameForMethod(
                List.of(), SentencesTest.class, SentencesTest.class.getDeclaredMethod("takesAPodFrom0To12"));

        assertThat(said).isEqualTo("takes a pod from 0 to 12");
        assertThat(sentences.generateDisplayNameForClass(WakeChecks.class)).isEqualTo("wake");
    }

    void takesAPodFrom0To12() {}

    private static final class WakeChecks {}
}

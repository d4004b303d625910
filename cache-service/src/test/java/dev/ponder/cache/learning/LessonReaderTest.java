package dev.ponder.cache.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.cache.Chains;
import dev.ponder.cache.storage.ChainChange;
import dev.ponder.contracts.question.QuestionKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LessonReaderTest {

    private static final QuestionKey KEY = Chains.key(Chains.ALICE, "1+1");

    @Test
    void learnsAChainAsItCame() {
        String json = Chains.json(Chains.ALICE, KEY, "zwei ½");
        String newer = json.replaceFirst("\\{", "{\"later_field\": 7, ");

        assertThat(LessonReader.read(bytes(KEY.value()), bytes(newer)))
                .isEqualTo(new Lesson.Change(new ChainChange.Learned(KEY, newer)));
    }

    @Test
    void forgetsAtATombstone() {
        assertThat(LessonReader.read(bytes(KEY.value()), null))
                .isEqualTo(new Lesson.Change(new ChainChange.Forgotten(KEY)));
    }

    @Test
    void skipsWhatItCannotRead() {
        assertThat(LessonReader.read(bytes("no key"), null)).isEqualTo(new Lesson.Skipped(Lesson.Flaw.KEY_UNREADABLE));
        assertThat(LessonReader.read(bytes(KEY.value()), bytes("{\"v\":1}")))
                .isEqualTo(new Lesson.Skipped(Lesson.Flaw.CHAIN_UNREADABLE));
        assertThat(LessonReader.read(bytes(KEY.value()), new byte[0]))
                .isEqualTo(new Lesson.Skipped(Lesson.Flaw.CHAIN_UNREADABLE));
        assertThat(LessonReader.read(bytes(KEY.value()), bytes("null")))
                .isEqualTo(new Lesson.Skipped(Lesson.Flaw.CHAIN_UNREADABLE));
    }

    @Test
    void skipsAnotherQuestionsChain() {
        String other = Chains.json(Chains.ALICE, Chains.key(Chains.ALICE, "2+2"), "4");

        assertThat(LessonReader.read(bytes(KEY.value()), bytes(other)))
                .isEqualTo(new Lesson.Skipped(Lesson.Flaw.OTHER_QUESTION));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

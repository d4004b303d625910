package dev.ponder.cache.learning;

import dev.ponder.cache.keys.KeyReader;
import dev.ponder.cache.storage.ChainChange;
import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.question.QuestionKey;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads records of the chains topic. Stateless: any thread. */
public final class LessonReader {

    private LessonReader() {}

    /**
     * Reads one record.
     *
     * @param key the question key as UTF-8
     * @param value a chain as JSON, or null where the key is to be forgotten (a tombstone)
     */
    public static Lesson read(byte @Nullable [] key, byte @Nullable [] value) {
        return KeyReader.ofRecord(key)
                .map(question -> value == null ? forgotten(question) : learned(question, value))
                .orElseGet(() -> new Lesson.Skipped(Lesson.Flaw.KEY_UNREADABLE));
    }

    private static Lesson forgotten(QuestionKey question) {
        return new Lesson.Change(new ChainChange.Forgotten(question));
    }

    private static Lesson learned(QuestionKey question, byte[] value) {
        try {
            LearnedChain chain = Json.read(value, LearnedChain.class);
            return chain.questionKey().equals(question.value())
                    ? new Lesson.Change(new ChainChange.Learned(question, new String(value, StandardCharsets.UTF_8)))
                    : new Lesson.Skipped(Lesson.Flaw.OTHER_QUESTION);
        } catch (UnreadableException unreadable) {
            return new Lesson.Skipped(Lesson.Flaw.CHAIN_UNREADABLE);
        }
    }
}

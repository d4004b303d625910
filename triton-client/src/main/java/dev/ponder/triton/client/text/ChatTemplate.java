package dev.ponder.triton.client.text;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a conversation as the prompt that a model was trained on. The profiles of Triton apply none themselves. Pure. */
public interface ChatTemplate {

    /**
     * One turn.
     *
     * @param role system, user or assistant
     */
    record Turn(String role, String content) {
        public Turn {
            requireNonNull(role, "role is null");
            requireNonNull(content, "content is null");
        }
    }

    /** Writes the prompt, up to where the assistant begins. */
    String prompt(List<Turn> turns);

    /** Whether the prompt ends inside a thought, so that the answer will bring no {@code <think>}: see {@link ThinkSplitter}. */
    boolean opensThought();

    /** ChatML without a system turn of its own. */
    static ChatTemplate chatMl() {
        return ChatMl.PLAIN;
    }

    /**
     * The template that a model's {@code tokenizer_config.json} holds.
     *
     * @throws IOException if the file can't be read, or its template is of a family that is not known here
     */
    static ChatTemplate read(Path tokenizerConfig) throws IOException {
        return TemplateText.read(tokenizerConfig);
    }
}

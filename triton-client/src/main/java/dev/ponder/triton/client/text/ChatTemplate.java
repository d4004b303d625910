package dev.ponder.triton.client.text;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * Writes a conversation as the prompt that a model was trained on. The profiles of Triton apply none themselves. Immutable, for any
 * number of threads at once.
 */
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

    /**
     * Writes the prompt, up to where the assistant begins.
     *
     * @throws TurnsRefusedException if the model takes no such turns
     */
    String prompt(List<Turn> turns);

    /** Whether the prompt ends inside a thought, so that the answer will bring no {@code <think>}: see {@link ThinkSplitter}. */
    boolean opensThought();

    /** ChatML without a system turn of its own. */
    static ChatTemplate chatMl() {
        return ChatMl.PLAIN;
    }

    /**
     * The template that came with a model: the {@code chat_template.jinja} beside its {@code tokenizer_config.json} or, without one, what
     * that file holds. It is tried on a short conversation at once, so that one that can't be run here is found before a request comes.
     *
     * @param tokenizerConfig also names the special tokens that a template writes
     * @throws IOException if the file can't be read, holds no template, or one that can't be run here; it says which part and what to do
     */
    static ChatTemplate read(Path tokenizerConfig) throws IOException {
        return JinjaChat.of(ModelFiles.read(tokenizerConfig), Clock.system(ZoneId.systemDefault()));
    }
}

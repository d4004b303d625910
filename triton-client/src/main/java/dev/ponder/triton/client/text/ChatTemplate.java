package dev.ponder.triton.client.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    record Turn(String role, String content) {}

    /** Writes the prompt, up to where the assistant begins. */
    String prompt(List<Turn> turns);

    /** ChatML, as Qwen2.5 and its kin are trained on: {@code <|im_start|>role\ncontent<|im_end|>\n}. */
    static ChatTemplate chatMl() {
        return turns -> {
            StringBuilder prompt = new StringBuilder();
            turns.forEach(turn -> prompt.append("<|im_start|>")
                    .append(turn.role())
                    .append('\n')
                    .append(turn.content())
                    .append("<|im_end|>\n"));
            return prompt.append("<|im_start|>assistant\n").toString();
        };
    }

    /**
     * The template that a model's {@code tokenizer_config.json} names.
     *
     * @throws IOException if the file can't be read, or its template is of a family that is not known here
     */
    static ChatTemplate read(Path tokenizerConfig) throws IOException {
        JsonNode template =
                new ObjectMapper().readTree(tokenizerConfig.toFile()).path("chat_template");
        if (!template.asText().contains("<|im_start|>")) {
            throw new IOException(
                    tokenizerConfig + ": chat_template is not of the ChatML family, the only one known so far");
        }
        return chatMl();
    }
}

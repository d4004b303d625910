package dev.ponder.reasoner.path;

import dev.ponder.triton.client.text.ChatTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Chat templates of models. */
public final class Templates {

    private Templates() {}

    /** One that takes a question, but not the one that {@link Tasks} ask. */
    public static ChatTemplate refusing(Path directory) throws IOException {
        Path config = Files.writeString(directory.resolve("tokenizer_config.json"), "{}");
        Files.writeString(directory.resolve("chat_template.jinja"), """
                {% if messages[0].content != 'Be brief.' %}{{ raise_exception('rules must come first') }}{% endif %}
                {{ messages[-1].content }}
                """);
        return ChatTemplate.read(config);
    }
}

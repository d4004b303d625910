package dev.ponder.triton.client.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a model's own template says without running it. Templates are Python-flavoured Jinja, which no Java engine that was
 * tried runs whole, so that the ChatML family is written natively and its variants are told apart by the template's text. Pure.
 */
final class TemplateText {

    /** The literal system turn that a template writes where the conversation has none: no braces or quotes, so no expression. */
    private static final Pattern DEFAULT_SYSTEM =
            Pattern.compile("<\\|im_start\\|>system(?:\\\\n|\n)([^{}'\"<]+)<\\|im_end\\|>");

    private static final Pattern OPENED_THOUGHT =
            Pattern.compile("<\\|im_start\\|>assistant(?:\\\\n|\n)<think>(?:\\\\n|\n)['\"]\\s*-?}}");
    private static final Pattern DROPPED_THOUGHT = Pattern.compile("split\\(['\"]</think>['\"]\\)");

    private TemplateText() {}

    static ChatTemplate read(Path tokenizerConfig) throws IOException {
        JsonNode config = new ObjectMapper().readTree(tokenizerConfig.toFile());
        String template = template(config.path("chat_template"));
        if (!template.contains("<|im_start|>")) {
            throw new IOException(
                    tokenizerConfig + ": chat_template is not of the ChatML family, the only one known so far");
        }
        return of(template);
    }

    /** One template, or a list of named ones of which the default one counts. */
    private static String template(JsonNode node) {
        for (JsonNode named : node) {
            if (named.path("name").asText().equals("default")) {
                return named.path("template").asText();
            }
        }
        return node.asText();
    }

    static ChatTemplate of(String template) {
        Matcher system = DEFAULT_SYSTEM.matcher(template);
        return new ChatMl(
                system.find() ? system.group(1) : "",
                OPENED_THOUGHT.matcher(template).find(),
                DROPPED_THOUGHT.matcher(template).find());
    }
}

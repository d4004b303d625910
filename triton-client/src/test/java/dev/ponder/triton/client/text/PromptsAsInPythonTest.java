package dev.ponder.triton.client.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.triton.client.text.ChatTemplate.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole templates in the styles of the well-known families, with conversations plain and nasty, each against the prompt that Python's
 * jinja2 made: see {@code src/test/python/record_prompts.py}.
 */
class PromptsAsInPythonTest {

    private static final Clock THEN = Clock.fixed(Instant.parse("2026-03-07T09:05:04Z"), ZoneOffset.UTC);
    private static final List<String> THOUGHTFUL = List.of("deepseek-r1.jinja", "qwq.jinja");

    static final List<String> TEMPLATES = Recorded.json("prompts.json")
            .propertyStream()
            .map(Map.Entry::getKey)
            .toList();

    static Stream<Arguments> prompts() {
        JsonNode conversations = Recorded.json("conversations.json");
        return Recorded.json("prompts.json")
                .propertyStream()
                .flatMap(template -> template.getValue()
                        .propertyStream()
                        .map(prompt -> Arguments.of(
                                template.getKey(),
                                prompt.getKey(),
                                turns(conversations.path(prompt.getKey())),
                                prompt.getValue())));
    }

    private static List<Turn> turns(JsonNode conversation) {
        return conversation
                .valueStream()
                .map(turn -> new Turn(
                        turn.path("role").asText(), turn.path("content").asText()))
                .toList();
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("prompts")
    void writesThePromptThatPythonWrites(String template, String conversation, List<Turn> turns, JsonNode recorded)
            throws IOException {
        ChatTemplate chat = chat(template);

        if (recorded.has("refused")) {
            assertThat(catchThrowable(() -> chat.prompt(turns)))
                    .as(conversation)
                    .isInstanceOf(TurnsRefusedException.class)
                    .hasMessageContaining(recorded.path("refused").asText());
        } else {
            assertThat(chat.prompt(turns)).isEqualTo(recorded.path("prompt").asText());
        }
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void knowsWhetherAThoughtIsOpened(String template) throws IOException {
        assertThat(chat(template).opensThought()).isEqualTo(THOUGHTFUL.contains(template));
    }

    /** So that a model's own ChatML and the one that is spoken without a file are the same. */
    @ParameterizedTest(name = "{1}")
    @MethodSource("prompts")
    void speaksChatMlNativelyAsItsTemplateDoes(
            String template, String conversation, List<Turn> turns, JsonNode recorded) {
        if (template.equals("chatml.jinja")) {
            assertThat(ChatTemplate.chatMl().prompt(turns))
                    .as(conversation)
                    .isEqualTo(recorded.path("prompt").asText());
        }
    }

    private static ChatTemplate chat(String template) throws IOException {
        return JinjaChat.of(
                new ModelFiles(
                        Path.of(template), Recorded.text(template), Map.of("bos_token", "<s>", "eos_token", "</s>")),
                THEN);
    }
}

package dev.ponder.triton.client.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.triton.client.text.ChatTemplate.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatTemplateTest {

    private static final Turn RULES = new Turn("system", "Be brief.");
    private static final List<Turn> ASK = List.of(new Turn("user", "1+1?"));

    @TempDir
    private Path directory = Path.of("");

    /** @param template as JSON */
    private Path config(String template) throws IOException {
        return Files.writeString(directory.resolve("tokenizer_config.json"), """
                {"bos_token": "<s>", "eos_token": {"content": "</s>", "lstrip": false}, "pad_token": null,
                 "chat_template": %s}""".formatted(template));
    }

    @Test
    void takesTheTemplateOfTheKey() throws IOException {
        Path config = config("\"{{ bos_token }}[INST] {{ messages[0].content }} [/INST]\"");

        assertThat(ChatTemplate.read(config).prompt(ASK)).isEqualTo("<s>[INST] 1+1? [/INST]");
    }

    @Test
    void takesTheFileBesideBeforeTheKey() throws IOException {
        Path config = config("\"old\"");
        Files.writeString(directory.resolve("chat_template.jinja"), "new {{ messages[0].content }}{{ eos_token }}\n");

        assertThat(ChatTemplate.read(config).prompt(ASK)).isEqualTo("new 1+1?</s>");
    }

    @Test
    void takesTheDefaultOfNamedTemplates() throws IOException {
        Path config = config(
                "[{\"name\": \"tool_use\", \"template\": \"no\"}, {\"name\": \"default\", \"template\": \"yes\"}]");

        assertThat(ChatTemplate.read(config).prompt(ASK)).isEqualTo("yes");
    }

    @Test
    void refusesNamedTemplatesWithoutADefault() throws IOException {
        Path config = config("[{\"name\": \"tool_use\", \"template\": \"no\"}]");

        assertThatThrownBy(() -> ChatTemplate.read(config))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("tokenizer_config.json", "'default'", "chat_template.jinja");
    }

    @Test
    void refusesAFileWithoutATemplate() throws IOException {
        Path config = config("null");

        assertThatThrownBy(() -> ChatTemplate.read(config))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("tokenizer_config.json", "no chat_template", "ChatML");
    }

    @Test
    void refusesWhatIsNoJson() throws IOException {
        Path config = Files.writeString(directory.resolve("tokenizer_config.json"), "{");

        assertThatThrownBy(() -> ChatTemplate.read(config))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tokenizer_config.json is no JSON");
    }

    @Test
    void refusesAtOnceWhatItCannotRun() throws IOException {
        Path config = config("\"{%- if messages %}\\n{%- for t in messages | groupby('x') %}{% endfor %}{% endif %}\"");

        assertThatThrownBy(() -> ChatTemplate.read(config))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        "tokenizer_config.json", "line 2", "the filter 'groupby'", "Put one that does without");
    }

    @Test
    void refusesAtOnceWhatFailsOnAPlainConversation() throws IOException {
        Path config = config("\"{{ messages[0].content + unheard_of }}\"");

        assertThatThrownBy(() -> ChatTemplate.read(config))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("tokenizer_config.json", "'unheard_of' is undefined");
    }

    @Test
    void refusesAtOnceWhatRefusesEveryConversation() throws IOException {
        Path config = config("\"{{ raise_exception('for pictures alone') }}\"");

        assertThatThrownBy(() -> ChatTemplate.read(config))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("for pictures alone");
    }

    @Test
    void refusesOnlyTheTurnsThatTheTemplateRefuses() throws IOException {
        ChatTemplate template = ChatTemplate.read(config("""
                "{% if messages[0].role == 'system' %}{{ raise_exception('no system turn') }}{% endif %}{{ messages[0].content }}"
                """));

        assertThat(template.prompt(ASK)).isEqualTo("1+1?");
        assertThatThrownBy(() -> template.prompt(List.of(RULES, ASK.getFirst())))
                .isInstanceOf(TurnsRefusedException.class)
                .hasMessage("The model's chat template refuses these turns: no system turn");
    }

    @Test
    void refusesTurnsOnWhichTheTemplateFails() throws IOException {
        ChatTemplate template = ChatTemplate.read(
                config("\"{% if messages[0].content == '1+1?' and messages|length == 1 %}{{ nope.x }}{% endif %}ok\""));

        assertThatThrownBy(() -> template.prompt(ASK))
                .isInstanceOf(TurnsRefusedException.class)
                .hasMessageContaining("'nope' is undefined");
    }

    @Test
    void repeatsNothingThatWasSaidInARefusal() throws IOException {
        ChatTemplate template = ChatTemplate.read(config("""
                "{% if messages|length == 1 and messages[0].content != 'And 3+4?' %}{{ raise_exception('what is ' + messages[0].content) }}{% endif %}"
                """));

        assertThatThrownBy(() -> template.prompt(ASK))
                .isInstanceOf(TurnsRefusedException.class)
                .hasNoCause()
                .hasMessageNotContaining("1+1");
    }

    @Test
    void repeatsNoKeyThatWasSaidInARefusal() throws IOException {
        ChatTemplate template = ChatTemplate.read(
                config("\"{% if messages|length == 1 %}{{ {'And 3+4?': {}}[messages[0].content].x }}{% endif %}\""));

        assertThatThrownBy(() -> template.prompt(ASK))
                .isInstanceOf(TurnsRefusedException.class)
                .hasMessageContaining("an item of a dict is undefined");
    }

    @Test
    void saysLittleOfALongRefusal() throws IOException {
        ChatTemplate template = ChatTemplate.read(
                config("\"{% if messages|length == 1 and messages[0].content != 'And 3+4?' %}{{ raise_exception('"
                        + "x".repeat(5000) + "') }}{% endif %}\""));

        assertThatThrownBy(() -> template.prompt(ASK))
                .isInstanceOf(TurnsRefusedException.class)
                .message()
                .hasSizeLessThan(300);
    }

    @Test
    void findsAnOpenedThoughtThoughTheRulesSpeakOfOne() throws IOException {
        String rules = "Think in <think> and </think>, or leave <think> out.";

        assertThat(ChatTemplate.read(config("\"" + rules + "{{ messages[-1].content }}<think>\\n\""))
                        .opensThought())
                .isTrue();
        assertThat(ChatTemplate.read(config("\"" + rules + "{{ messages[-1].content }}answer:\""))
                        .opensThought())
                .isFalse();
        assertThat(ChatTemplate.read(config("\"{{ messages[-1].content }}<think>\\n\\n</think>\\n\""))
                        .opensThought())
                .isFalse();
    }
}

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

    private static final List<Turn> ASK = List.of(new Turn("user", "1+1?"));

    @TempDir
    private Path directory = Path.of("");

    private Path config(String template) throws IOException {
        return Files.writeString(directory.resolve("tokenizer_config.json"), "{\"chat_template\": " + template + "}");
    }

    @Test
    void writesChatMl() {
        assertThat(ChatTemplate.chatMl().prompt(ASK))
                .isEqualTo("<|im_start|>user\n1+1?<|im_end|>\n<|im_start|>assistant\n");
    }

    @Test
    void takesTheSystemTurnThatTheTemplateWritesByItself() throws IOException {
        ChatTemplate template = ChatTemplate.read(config("""
                "{%- else %}{{- '<|im_start|>system\\\\nBe exact.<|im_end|>\\\\n' }}{%- endif %}{{- '<|im_start|>assistant\\\\n' }}"
                """));

        assertThat(template.prompt(ASK)).startsWith("<|im_start|>system\nBe exact.<|im_end|>\n<|im_start|>user\n");
        assertThat(template.prompt(List.of(new Turn("system", "Mine."), ASK.getFirst())))
                .startsWith("<|im_start|>system\nMine.<|im_end|>\n<|im_start|>user\n");
        assertThat(template.opensThought()).isFalse();
    }

    @Test
    void opensTheThoughtWhereTheTemplateDoes() throws IOException {
        ChatTemplate template = ChatTemplate.read(config("\"{{- '<|im_start|>assistant\\\\n<think>\\\\n' }}\""));

        assertThat(template.opensThought()).isTrue();
        assertThat(template.prompt(ASK)).endsWith("<|im_start|>assistant\n<think>\n");
    }

    @Test
    void dropsEarlierThoughtsWhereTheTemplateDoes() throws IOException {
        ChatTemplate template = ChatTemplate.read(
                config("\"{%- set content = content.split('</think>')[-1].lstrip('\\\\n') %}{{- '<|im_start|>' }}\""));

        assertThat(template.prompt(List.of(new Turn("assistant", "<think>\nhm\n</think>\n\n2"))))
                .startsWith("<|im_start|>assistant\n2<|im_end|>\n");
    }

    @Test
    void takesTheDefaultOfNamedTemplates() throws IOException {
        Path config = config("[{\"name\": \"tools\", \"template\": \"no\"},"
                + " {\"name\": \"default\", \"template\": \"<|im_start|>\"}]");

        assertThat(ChatTemplate.read(config).prompt(ASK)).startsWith("<|im_start|>user\n");
    }

    @Test
    void refusesAnotherFamily() throws IOException {
        Path config = config("\"[INST] {{ messages[0].content }} [/INST]\"");

        assertThatThrownBy(() -> ChatTemplate.read(config))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ChatML");
    }
}

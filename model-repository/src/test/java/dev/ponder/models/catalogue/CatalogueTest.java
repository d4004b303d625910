package dev.ponder.models.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void holdsModelsThatAddUpToTheirCards() {
        assertThat(Catalogue.standard().models())
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy((name, shape) -> assertThat(shape.linears().stream()
                                .mapToLong(Linear::parameters)
                                .sum())
                        .isPositive());
    }

    @Test
    void refusesAShapeThatDoesNotAddUp() {
        String wrong = """
                layers: 2
                hidden: 8
                heads: 2
                kv-heads: 1
                head-size: 4
                intermediate: 16
                vocabulary: 32
                tied-embeddings: true
                qkv-bias: false
                qk-norm: false
                longest: 64
                parameters: 9
                """;

        assertThatThrownBy(() -> read(wrong, ModelShape.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("parameters is 9, but the shape comes to");
    }

    @Test
    void refusesAnUnknownKeyAndSaysWhereItIs() {
        assertThatThrownBy(() -> read("base: fp8\nruls: x", Mix.class))
                .isInstanceOf(IOException.class)
                .hasMessage("test.yaml, near line 2: ruls: is no key; there are [base, rules]");
    }

    @Test
    void namesWhatThereIsWhereANameIsUnknown() {
        assertThatThrownBy(() -> Catalogue.standard().gpu("h100"))
                .hasMessageStartingWith("no GPU is called \"h100\"; there are h200-141, h100-80");
    }

    @Test
    void readsAMix() throws IOException {
        Mix mix = read("""
                base: int4-awq
                rules:
                - {block: attention, precision: fp8}
                - {last-layer: 1, precision: bf16}
                """, Mix.class);

        assertThat(mix.of(0, Block.ATTENTION)).isEqualTo("bf16");
        assertThat(mix.of(2, Block.ATTENTION)).isEqualTo("fp8");
        assertThat(mix.of(2, Block.MLP)).isEqualTo("int4-awq");
        assertThat(mix.names()).containsExactly("int4-awq", "fp8", "bf16");
    }

    private static <T> T read(String text, Class<T> type) throws IOException {
        return Yaml.read("test.yaml", new ByteArrayInputStream(text.getBytes(UTF_8)), type);
    }
}

package dev.ponder.models.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.models.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code docs/models.md} says is what the laws say. After a change there, put in what {@code sizing --table} prints. */
class ModelsPageTest {

    private static final Path PAGE = Path.of("../docs/models.md");

    @Test
    void holdsTheTableThatTheLawsPrint() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        List<String> table = lines.subList(
                lines.indexOf("<!-- sizing table: begin -->") + 1, lines.indexOf("<!-- sizing table: end -->"));

        assertThat(table).isEqualTo(new SizingTable(Catalogue.standard()).lines());
    }

    @Test
    void quotesARefusalAsItIsPrinted() throws IOException {
        Fit fit = new Sizing(Catalogue.standard())
                .of(Deployment.of("k2-think-32b", "int4-awq", KvType.BF16, "l4-24", Ranks.ONE));

        assertThat(fit)
                .isInstanceOfSatisfying(
                        Fit.Refused.class,
                        refused -> assertThat(PAGE)
                                .content()
                                .contains("refused: " + refused.why())
                                .contains("fix: " + refused.fix()));
    }
}

package dev.ponder.models.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {

    @Test
    void comesFromAFileWithoutItsLineEnd(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "hf_abc\n");

        assertThat(Token.read(file, null, null)).isEqualTo("hf_abc");
    }

    @Test
    void refusesWhatIsNoWordAndDoesNotSayIt() {
        assertThatThrownBy(() -> Token.read(null, "TOKEN", "two words"))
                .hasMessage("the token of variable TOKEN is empty or no single word; write the token alone");
        assertThatThrownBy(() -> Token.read(null, "TOKEN", null)).hasMessageContaining("variable TOKEN");
    }

    @Test
    void isNoneWhereNoneIsNamed() throws Exception {
        assertThat(Token.read(null, null, null)).isNull();
    }
}

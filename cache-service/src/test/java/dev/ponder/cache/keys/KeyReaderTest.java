package dev.ponder.cache.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.cache.Chains;
import dev.ponder.contracts.question.QuestionKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeyReaderTest {

    private static final QuestionKey KEY = Chains.key(Chains.ALICE, "1+1");

    @Test
    void readsWhoAsksWhat() {
        Asked asked = KeyReader.read("alice", KEY.value());

        assertThat(asked).isEqualTo(new Asked.Understood(new AskedQuestion(Chains.ALICE, KEY)));
    }

    @Test
    void namesTheTenantThatIsNone() {
        assertThat(KeyReader.read("Alice!", KEY.value()))
                .isEqualTo(new Asked.Malformed("tenant", "is not a tenant's name"));
    }

    @Test
    void namesTheKeyThatIsNone() {
        Asked.Malformed malformed = new Asked.Malformed("question_key", "is not 64 lower-case hex digits");

        assertThat(KeyReader.read("alice", "")).isEqualTo(malformed);
        assertThat(KeyReader.read("alice", "g".repeat(64))).isEqualTo(malformed);
        assertThat(KeyReader.read("alice", KEY.value() + "\n")).isEqualTo(malformed);
    }

    @Test
    void readsTheKeyOfARecord() {
        assertThat(KeyReader.ofRecord(KEY.value().getBytes(StandardCharsets.UTF_8)))
                .contains(KEY);
        assertThat(KeyReader.ofRecord(null)).isEmpty();
        assertThat(KeyReader.ofRecord(new byte[] {-1, 0})).isEmpty();
    }
}

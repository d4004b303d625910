package dev.ponder.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RequestIdTest {

    @Test
    void isNoTextWithHalfASurrogatePair() {
        assertThat(List.of("a\ud800", "a\udfff", "\ud800a", "\udf93\ud83c")).noneMatch(RequestId::isValid);
    }

    @Test
    void isNoTextWithoutCharactersOrWithControlCharacters() {
        assertThat(List.of("", "a\u0085", "a\tb", "a".repeat(201))).noneMatch(RequestId::isValid);
    }

    @Test
    void isAnyOtherText() {
        assertThat(List.of("a?", "\ud83c\udf93", "水", "\uFFFD")).allMatch(RequestId::isValid);
    }

    @Property
    boolean survivesUtf8(@ForAll String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return !RequestId.isValid(text) || new String(bytes, StandardCharsets.UTF_8).equals(text);
    }
}

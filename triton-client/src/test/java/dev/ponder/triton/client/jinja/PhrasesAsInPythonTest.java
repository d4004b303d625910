package dev.ponder.triton.client.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.triton.client.text.Recorded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Short templates, each against what Python's jinja2 made of it: see {@code src/test/python/record_prompts.py}. */
class PhrasesAsInPythonTest {

    private static final Map<String, Object> VARIABLES = variables();

    static Stream<Arguments> rendered() {
        return recorded("text")
                .map(node -> Arguments.of(
                        node.path("template").asText(), node.path("text").asText()));
    }

    static Stream<String> refused() {
        return recorded("refused").map(node -> node.path("template").asText());
    }

    @ParameterizedTest
    @MethodSource("rendered")
    void rendersAsPythonDoes(String template, String text) {
        assertThat(JinjaTemplate.parse(template).render(VARIABLES)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatPythonRefuses(String template) {
        assertThatThrownBy(() -> JinjaTemplate.parse(template).render(VARIABLES))
                .isInstanceOf(JinjaException.class);
    }

    private static Stream<JsonNode> recorded(String outcome) {
        return Recorded.json("rendered.json").valueStream().filter(node -> node.has(outcome));
    }

    private static Map<String, Object> variables() {
        Map<String, Object> variables = new LinkedHashMap<>();
        Recorded.json("phrases.json")
                .path("variables")
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), value(entry.getValue())));
        return variables;
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(value(item)));
            return list;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNumber() ? (Object) node.longValue() : node.asText();
    }
}

package dev.ponder.triton.client.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JinjaTemplateTest {

    private static String render(String template, Map<String, ?> variables) {
        return JinjaTemplate.parse(template).render(variables);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{% include 'x' %} # the tag 'include'",
                "{% import 'x' as y %} # the tag 'import'",
                "{% extends 'x' %} # the tag 'extends'",
                "{% call m() %}{% endcall %} # the tag 'call'",
                "{{ [] | groupby('a') }} # the filter 'groupby'",
                "{{ 1 is filter }} # the test 'filter'",
                "{{ [].append(1) }} # 'append' of a list is undefined",
                "{% for x in y recursive %}{% endfor %} # 'recursive'",
                "{{ f(*x) }} # a value is missing before '*'",
            })
    void namesTheConstructThatIsNotKnown(String template, String construct) {
        assertThatThrownBy(() -> render("first\nsecond\n" + template, Map.of()))
                .isInstanceOf(JinjaException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining(construct);
    }

    /** Templates name filters for tools that only some engines have, and nobody comes to them without tools. */
    @Test
    void mindsNoUnknownFilterThatItDoesNotComeTo() {
        assertThat(render("{% if tools %}{{ tools | from_json }}{% endif %}ok", Map.of("tools", None.NONE)))
                .isEqualTo("ok");
    }

    @Test
    void namesTheLineOfWhatFailsInRendering() {
        JinjaTemplate template = JinjaTemplate.parse("a\n{% if true %}\n{{ x.y.z }}\n{% endif %}");

        assertThatThrownBy(() -> template.render(Map.of("x", Map.of())))
                .hasMessage("line 3: 'y' of a dict is undefined");
    }

    @Test
    void raisesInTheTemplatesOwnWords() {
        JinjaTemplate template = JinjaTemplate.parse("{{ raise_exception('no system turn') }}");

        assertThatThrownBy(() -> template.render(Map.of()))
                .isInstanceOf(RaisedException.class)
                .hasMessage("no system turn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ''.__class__ }}",
                "{{ x.class }}",
                "{{ x['class'] }}",
                "{{ x.getClass }}",
                "{{ x.__init__ }}",
                "{{ x|attr('class') }}",
                "{{ System }}",
                "{{ self }}"
            })
    void reachesNothingOfJava(String template) {
        assertThat(render(template, Map.of("x", "text"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
                "{{ 'x' * 1000000000 }}",
                "{{ [1] * 1000000000 }}",
                "{{ range(1000000000) }}",
                "{% for a in range(1000000) %}{{ 'a long line of text, a long line of text' }}{% endfor %}",
                "{% set ns = namespace(a='xx') %}{% for a in range(100) %}{% set ns.a = ns.a + ns.a %}{% endfor %}",
                "{% set ns = namespace(a=[1]) %}{% for a in range(100) %}{% set ns.a = ns.a + ns.a %}{% endfor %}",
                "{{ ('a' * 1000000).replace('a', 'a' * 1000000) }}",
                "{{ ('a' * 1000000)|list|join('a' * 1000000) }}",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"
            })
    void stopsWhatTakesTooMuch(String template) {
        assertThatThrownBy(() -> render(template, Map.of()))
                .isInstanceOf(JinjaException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void stopsWhatIsNestedTooDeeply() {
        assertThatThrownBy(() -> JinjaTemplate.parse("{{ " + "(".repeat(100_000) + ")".repeat(100_000) + " }}"))
                .hasMessageContaining("nested");
        assertThatThrownBy(() -> JinjaTemplate.parse("{% if x %}".repeat(100_000)))
                .hasMessageContaining("nested");
        assertThatThrownBy(() -> JinjaTemplate.parse("{{ " + "- ".repeat(100_000) + "1 }}"))
                .hasMessageContaining("nested");
    }

    /** What somebody said is never read as a template, whatever it looks like. */
    @Property
    void writesValuesAsTheyAre(@ForAll String said) {
        assertThat(render("<{{ x }}>", Map.of("x", said))).isEqualTo("<" + said + ">");
    }

    /** A broken template is refused, not more. */
    @Property
    void failsOnNoSourceOtherwiseThanBySayingSo(@ForAll List<Bit> bits) {
        String source = bits.stream().map(bit -> bit.text).reduce("", String::concat);
        try {
            assertThat(render(source, Map.of("x", "text"))).isNotNull();
        } catch (JinjaException refusal) {
            assertThat(refusal).hasMessageNotContaining("null");
        }
    }

    @Test
    void rendersOnManyThreadsAtOnce() throws Exception {
        JinjaTemplate template = JinjaTemplate.parse(
                "{% set ns = namespace(n=0) %}{% for i in range(x) %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> sums = IntStream.range(0, 500)
                    .mapToObj(x -> threads.submit(() -> template.render(Map.of("x", (long) x))))
                    .toList();

            for (int x = 0; x < 500; x++) {
                assertThat(sums.get(x).get()).isEqualTo(Integer.toString(x * (x - 1) / 2));
            }
        }
    }

    /** What templates are made of. */
    enum Bit {
        OPEN("{{ "),
        CLOSE(" }}"),
        TAG("{% "),
        END_TAG("-%}"),
        IF("{% if x %}"),
        ELSE("{% else %}"),
        ENDIF("{% endif %}"),
        FOR("{% for y in x %}"),
        ENDFOR("{% endfor %}"),
        SET("set y = "),
        NAME("x"),
        DOT("."),
        METHOD(".split('t')"),
        PIPE("|upper"),
        IS(" is "),
        NOT(" not "),
        STRING("'s'"),
        QUOTE("'"),
        NUMBER("1"),
        PLUS(" + "),
        SLICE("[::-1]"),
        BRACKET("["),
        PAREN("("),
        CLOSE_PAREN(")"),
        BRACE("{"),
        COMMENT("{#"),
        END_COMMENT("#}"),
        LINE("\n");

        private final String text;

        Bit(String text) {
            this.text = text;
        }
    }
}

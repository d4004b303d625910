package dev.ponder.triton.client.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StreamedTextTest {

    @Property
    boolean makesTheSameTextOfAnyCutOfItsBytes(@ForAll String text, @ForAll int seed) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String clean = new String(bytes, StandardCharsets.UTF_8);
        CumulativeText cumulative = new CumulativeText();
        StringBuilder joined = new StringBuilder();
        for (int end = 1; end <= bytes.length; end += 1 + Math.floorMod(seed, 5)) {
            joined.append(cumulative.accept(new String(bytes, 0, end, StandardCharsets.UTF_8)));
        }
        joined.append(cumulative.accept(clean)).append(cumulative.finish());
        return joined.toString().equals(clean);
    }

    @Test
    void holdsABrokenCharacterBack() {
        byte[] bytes = "数".getBytes(StandardCharsets.UTF_8);
        CumulativeText cumulative = new CumulativeText();

        String early = cumulative.accept("a" + new String(bytes, 0, 2, StandardCharsets.UTF_8));

        assertThat(early).isEqualTo("a");
        assertThat(cumulative.accept("a数")).isEqualTo("数");
    }

    @Property
    boolean splitsThoughtFromAnswerWhereverItIsCut(@ForAll int cut) {
        String text = "<think>2 < 3 </ thi</think>the answer</thin";
        int at = Math.floorMod(cut, text.length() + 1);
        ThinkSplitter splitter = new ThinkSplitter(false);
        List<ThinkSplitter.Part> parts = new ArrayList<>(splitter.accept(text.substring(0, at)));
        parts.addAll(splitter.accept(text.substring(at)));
        parts.addAll(splitter.finish());
        return join(parts, true).equals("2 < 3 </ thi") && join(parts, false).equals("the answer</thin");
    }

    private static String join(List<ThinkSplitter.Part> parts, boolean thought) {
        return parts.stream()
                .filter(part -> part.thought() == thought)
                .map(ThinkSplitter.Part::text)
                .collect(Collectors.joining());
    }
}

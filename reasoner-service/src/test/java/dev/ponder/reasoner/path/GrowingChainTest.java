package dev.ponder.reasoner.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.chain.Chain;
import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.progress.BegunChain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Wherever a chain breaks off, what was written of it and the rest are the whole. */
final class GrowingChainTest {

    /** An engine whose tokens are characters: it goes on with a text, and ends before the first stop text in what it says itself. */
    private record Engine(String text, List<String> stops) {

        String after(String begun) {
            String rest = text.substring(begun.length());
            int end = stops.stream()
                    .mapToInt(rest::indexOf)
                    .filter(at -> at >= 0)
                    .min()
                    .orElse(rest.length());
            return rest.substring(0, end);
        }
    }

    /** What came of a chain. */
    private record Whole(BegunChain raw, Chain chain, List<String> told) {}

    @Property
    void isWholeWhereverItBrokeOff(
            @ForAll("texts") String text,
            @ForAll("stops") List<String> stops,
            @ForAll boolean opened,
            @ForAll @IntRange(max = 200) int cut,
            @ForAll boolean elsewhere)
            throws UnreadableException {
        Engine engine = new Engine(text, stops);
        Whole unbroken = new Run(opened, stops).grow(engine.after(""), "").finish();

        Run run = new Run(opened, stops);
        String said = engine.after("");
        run.grow(said.substring(0, Math.min(cut, said.length())), "");
        run.chain.rewind();
        Run next = elsewhere ? new Run(opened, stops).begin(overTheWire(run.chain.soFar())) : run;
        String before = next.chain.soFar().text();
        next.grow(engine.after(before), before);

        assertThat(next.finish()).isEqualTo(unbroken);
    }

    @Property
    void neverEndsInHalfAStopText(@ForAll("texts") String text, @ForAll("stops") List<String> stops) {
        Run run = new Run(false, stops);
        for (char one : new Engine(text, stops).after("").toCharArray()) {
            run.chain.add("shard:1", String.valueOf(one), 1, 0);
            String soFar = run.chain.soFar().text();
            assertThat(stops)
                    .noneMatch(stop -> stop.length() > 1 && soFar.endsWith(stop.substring(0, stop.length() - 1)));
        }
    }

    private static BegunChain overTheWire(BegunChain soFar) throws UnreadableException {
        return Json.read(Json.write(soFar), BegunChain.class);
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.of("<think>", "</think>", "<", "/", "t", "a", "b", "ab", "\n", "1+1", "\\boxed{2}", "ü", "答")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Provide
    static Arbitrary<List<String>> stops() {
        return Arbitraries.of("ab", "aab", "b\n", "<t", "abab", "答").list().ofMaxSize(2);
    }

    /** One holder of the chain. */
    private static final class Run {
        private final List<Chunk> sent = new ArrayList<>();
        private final ChunkStream stream;
        private final GrowingChain chain;

        Run(boolean opened, List<String> stops) {
            stream = new ChunkStream(Tasks.task("r-1", Duration.ofSeconds(1)), 1, 0, sent::add);
            chain = new GrowingChain(stream, opened, stops);
        }

        Run begin(BegunChain before) {
            chain.begin(before, 0);
            return this;
        }

        /** One token a character, and now and then a token that makes none yet. */
        Run grow(String text, String before) {
            for (int i = 0; i < text.length(); i++) {
                boolean inHalves = (before.length() + i) % 7 == 3;
                if (inHalves) {
                    chain.add("shard:1", "", 1, 0);
                }
                chain.add("shard:1", text.substring(i, i + 1), 1, 0);
            }
            return this;
        }

        Whole finish() {
            chain.finish(0);
            stream.end(0);
            assertThat(sent.stream().mapToInt(Chunk::tokens).sum())
                    .isLessThanOrEqualTo(chain.soFar().tokens());
            List<String> told = Stream.of(Chunk.Kind.REASONING, Chunk.Kind.ANSWER)
                    .map(kind -> sent.stream()
                            .filter(chunk -> chunk.kind() == kind)
                            .map(Chunk::text)
                            .collect(Collectors.joining()))
                    .toList();
            return new Whole(chain.soFar(), chain.text().chain(3, String::length), told);
        }
    }
}

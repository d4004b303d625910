package dev.ponder.triton.shard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.triton.shard.brain.Script;
import dev.ponder.triton.shard.fault.ActiveFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GpuCoreTest {

    private static final GpuModel MODEL =
            new GpuModel(1000, Duration.ofMillis(10), Duration.ofMillis(1), 10, 4, 3, 100, Duration.ofMillis(100));

    @Test
    void givesTheFirstTokenAfterPrefillAndOneStep() {
        GpuCore core = new GpuCore(MODEL, new ActiveFaults());
        RecordingSink sink = new RecordingSink();
        core.offer(sequence(5, 3, sink), 0);

        advanceTo(core, Duration.ofMillis(16));

        assertThat(sink.tokens).hasSize(1);
        assertThat(core.nextEventNanos()).isEqualTo(Duration.ofMillis(27).toNanos());
    }

    @Test
    void freesACancelledSequenceAfterItsLatency() {
        GpuCore core = new GpuCore(MODEL, new ActiveFaults());
        RecordingSink sink = new RecordingSink();
        Sequence sequence = sequence(1, 30, sink);
        core.offer(sequence, 0);
        core.cancel(sequence, Duration.ofMillis(5).toNanos());

        advanceTo(core, Duration.ofMillis(106));

        assertThat(sink.cancelled).isTrue();
        assertThat(core.load().usedBlocks()).isZero();
        assertThat(core.nextEventNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void tellsHowLongOnesWaitedAndHowLongTheyWereWorkedOn() {
        GpuCore core = new GpuCore(MODEL, new ActiveFaults());
        core.offer(sequence(36, 4, new RecordingSink()), 0);
        core.offer(sequence(36, 4, new RecordingSink()), 0); // The first one fills the whole cache.

        advanceTo(core, Duration.ofMillis(200));

        Duration each = Duration.ofMillis(36 + 4 * 11);
        EngineWork done = core.load().done();
        assertThat(done.queuedNanos()).isEqualTo(each.toNanos());
        assertThat(done.computedNanos()).isEqualTo(each.multipliedBy(2).toNanos());
        assertThat(done.steps()).isEqualTo(8);
    }

    @Test
    void tellsOfThePromptsThatItReads() {
        GpuCore core = new GpuCore(MODEL, new ActiveFaults());
        core.offer(sequence(8, 4, new RecordingSink()), 0);
        core.offer(sequence(4, 4, new RecordingSink()), 0);

        assertThat(core.load().contextTokens()).isEqualTo(12);
    }

    @Property(tries = 300)
    boolean endsEveryOneOnceWithinItsMeans(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 12) Integer> lengths) {
        GpuCore core = new GpuCore(MODEL, new ActiveFaults());
        List<RecordingSink> sinks = new ArrayList<>();
        for (int length : lengths) {
            RecordingSink sink = new RecordingSink();
            sinks.add(sink);
            core.offer(sequence(length, length, sink), 0);
        }
        boolean within = true;
        List<Runnable> out = new ArrayList<>();
        while (core.nextEventNanos() < Long.MAX_VALUE) {
            core.advance(core.nextEventNanos(), out);
            out.forEach(Runnable::run);
            out.clear();
            EngineLoad load = core.load();
            within &= load.usedBlocks() <= 10 && load.decoding() + load.context() <= 3;
        }
        boolean ended = sinks.stream().allMatch(sink -> sink.ends == 1);
        return within && ended && core.load().usedBlocks() == 0;
    }

    private static Sequence sequence(int prompt, int tokens, TokenSink sink) {
        Script script = new Script(Collections.nCopies(tokens, "x"));
        return new Sequence(new GenerationJob(prompt, script, tokens), sink, MODEL);
    }

    private static void advanceTo(GpuCore core, Duration now) {
        List<Runnable> out = new ArrayList<>();
        core.advance(now.toNanos(), out);
        out.forEach(Runnable::run);
    }

    private static final class RecordingSink implements TokenSink {
        private final List<String> tokens = new ArrayList<>();
        private boolean cancelled;
        private int ends;

        @Override
        public void onToken(String token, boolean last, boolean cut) {
            tokens.add(token);
            ends += last ? 1 : 0;
        }

        @Override
        public void onCancelled() {
            cancelled = true;
            ends++;
        }
    }
}

package dev.ponder.local.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TraceContextTest {

    @Test
    void readsWhatItWrote() {
        TraceContext begun = TraceContext.begin(new SplittableRandom(1));

        assertThat(TraceContext.parse(begun.traceparent())).contains(begun);
    }

    @Test
    void refusesAnotherForm() {
        assertThat(TraceContext.parse("00-xyz-1-01")).isEmpty();
    }
}

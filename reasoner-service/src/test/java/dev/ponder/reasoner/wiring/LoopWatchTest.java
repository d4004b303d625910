package dev.ponder.reasoner.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class LoopWatchTest {

    private final LoopWatch watch = new LoopWatch(Thread.ofVirtual().factory());

    @Test
    void countsNoLoopThatIsYetToStart() {
        watch.newThread(() -> {});

        assertThat(watch.ended()).isZero();
    }

    @Test
    void countsALoopThatEndedBesideOneThatTurns() throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        Thread turning = watch.newThread(() -> await(stop));
        Thread broken = watch.newThread(() -> {});
        turning.start();
        broken.start();
        broken.join();

        assertThat(watch.ended()).isEqualTo(1);

        stop.countDown();
        turning.join();
        assertThat(watch.ended()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

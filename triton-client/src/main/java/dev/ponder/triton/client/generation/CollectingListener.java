package dev.ponder.triton.client.generation;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Gathers one generation for a thread that waits. Written by the engine's thread, read after the end. */
final class CollectingListener implements GenerationListener {

    private final StringBuilder text = new StringBuilder();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable GeneratedText all;

    @Override
    public void onDelta(TextDelta delta) {
        text.append(delta.text());
    }

    @Override
    public void onEnd(GenerationEnd end) {
        all = new GeneratedText(text.toString(), end);
        ended.countDown();
    }

    GeneratedText await() throws InterruptedException {
        ended.await();
        if (all == null) {
            throw new IllegalStateException("ended without an end");
        }
        return all;
    }
}

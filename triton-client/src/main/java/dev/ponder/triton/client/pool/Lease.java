package dev.ponder.triton.client.pool;

import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.Shard;
import dev.ponder.triton.client.generation.TextDelta;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A shard that was chosen for one generation, and the tokens that are promised to it. The promise shrinks as tokens come and ends
 * with the generation. The engine's threads, one at a time.
 */
public final class Lease {

    private final PooledShard pooled;
    private final Consumer<GenerationEnd> learn;
    private final AtomicBoolean ended = new AtomicBoolean();
    private long promised;
    /** Tokens of its prompt that are still to be read. */
    private int prompt;

    Lease(PooledShard pooled, long tokens, int prompt, Consumer<GenerationEnd> learn) {
        this.pooled = pooled;
        this.learn = learn;
        this.promised = tokens;
        this.prompt = prompt;
        pooled.promise(tokens);
    }

    /** The shard. */
    public Shard shard() {
        return pooled.shard();
    }

    /** Starts the generation there; call once. The promise ends too where the shard throws instead. */
    public Generation start(GenerationRequest request, GenerationListener listener) {
        boolean started = false;
        try {
            Generation generation = pooled.shard().start(request, new Watching(listener));
            started = true;
            return generation;
        } finally {
            if (!started) {
                end();
            }
        }
    }

    /** Takes what is left off the books, once. */
    private void end() {
        if (ended.compareAndSet(false, true)) {
            pooled.promise(-promised);
            promised = 0;
            read();
            pooled.ends();
        }
    }

    private void read() {
        pooled.hasRead(prompt);
        prompt = 0;
    }

    private void came(int tokens) {
        read();
        long done = Math.min(tokens, promised);
        promised -= done;
        pooled.promise(-done);
    }

    private final class Watching implements GenerationListener {
        private final GenerationListener listener;

        private Watching(GenerationListener listener) {
            this.listener = listener;
        }

        @Override
        public void onDelta(TextDelta delta) {
            came(delta.tokens());
            listener.onDelta(delta);
        }

        @Override
        public void onEnd(GenerationEnd end) {
            end();
            learn.accept(end);
            listener.onEnd(end);
        }
    }
}

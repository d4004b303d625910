package dev.ponder.local.exchange;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.result.Result;

/** What came back. */
public sealed interface Heard {

    /** A piece of thought. */
    record Thinking(Chunk chunk) implements Heard {
        public Thinking {
            requireNonNull(chunk, "chunk is null");
        }
    }

    /**
     * A result, committed.
     *
     * @param atNanos when it was read, on the stopwatch
     */
    record Settled(Result result, long atNanos) implements Heard {
        public Settled {
            requireNonNull(result, "result is null");
        }
    }

    /** Something on the topics that is of no known form; the place says where. */
    record Unreadable(String place) implements Heard {
        public Unreadable {
            requireNonNull(place, "place is null");
        }
    }

    /** Nothing more will be heard. */
    record Silenced(String why) implements Heard {
        public Silenced {
            requireNonNull(why, "why is null");
        }
    }
}

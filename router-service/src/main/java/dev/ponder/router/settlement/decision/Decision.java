package dev.ponder.router.settlement.decision;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.result.Price;
import dev.ponder.contracts.work.WorkPlace;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of one record of the outcomes topic. */
public sealed interface Decision {

    /**
     * It is the first outcome of its request: publish it.
     *
     * @param outcome what counts; not what was read if that could not be published
     * @param digest the request's name in the register
     * @param result the value for the results topic
     * @param learned what the cache may learn, or null
     * @param work where its work lies, or null where nobody announced any
     */
    record Settled(
            Outcome outcome,
            String digest,
            Price price,
            Payload result,
            @Nullable LearnedChain learned,
            Instant at,
            @Nullable WorkPlace work)
            implements Decision {
        public Settled {
            requireNonNull(outcome, "outcome is null");
            requireNonNull(digest, "digest is null");
            requireNonNull(price, "price is null");
            requireNonNull(result, "result is null");
            requireNonNull(at, "at is null");
        }

        /** The same, of work that lies there. */
        Settled ofWork(WorkPlace place) {
            return new Settled(outcome, digest, price, result, learned, at, place);
        }

        /** Whose request it was. */
        public RequestKey key() {
            return outcome.asked().key();
        }

        /** Why its work is given up for good and goes to its tenant's dead letters, if it does. */
        public Optional<Fault> givenUp() {
            return switch (outcome) {
                case Outcome.Failed failed ->
                    Optional.of(failed.fault()).filter(fault -> fault.code() == FaultCode.ATTEMPTS_EXHAUSTED);
                case Outcome.Answered _ -> Optional.empty();
            };
        }
    }

    /** Its request is settled already. */
    record Duplicate(RequestKey key) implements Decision {
        public Duplicate {
            requireNonNull(key, "key is null");
        }
    }

    /** An outcome of an attempt that was given up: a later one counts. */
    record Fenced(RequestKey key) implements Decision {
        public Fenced {
            requireNonNull(key, "key is null");
        }
    }

    /** Work is under way, or goes on: remember it. */
    record Noted(RequestKey key, String digest, OpenWork work) implements Decision {
        public Noted {
            requireNonNull(key, "key is null");
            requireNonNull(digest, "digest is null");
            requireNonNull(work, "work is null");
        }
    }

    /** Its request was taken back before anybody announced it: remember that, and end it when it comes. */
    record Withdrawn(RequestKey key, String digest, Instant at) implements Decision {
        public Withdrawn {
            requireNonNull(key, "key is null");
            requireNonNull(digest, "digest is null");
            requireNonNull(at, "at is null");
        }
    }

    /** News of work that is settled, or dispatched anew, by now: nothing to do. */
    record Overtaken(RequestKey key) implements Decision {
        public Overtaken {
            requireNonNull(key, "key is null");
        }
    }

    /** It can't be settled, and goes to the default tenant's dead letters. */
    record Refused(Fault fault) implements Decision {
        public Refused {
            requireNonNull(fault, "fault is null");
        }
    }
}

package dev.ponder.scaling.decision;

import static java.util.Objects.requireNonNull;

/** What one policy asks for, and why. */
public sealed interface Proposal {

    /** Why, for a person. */
    String because();

    /** No fewer than this now, whatever was asked for before: there is no doubt in it that waiting would settle. */
    record Exactly(int replicas, String because) implements Proposal {
        public Exactly {
            requireNonNull(because, "because is null");
            if (replicas < 0) {
                throw new IllegalArgumentException("replicas are counted: " + replicas);
            }
        }
    }

    /**
     * No fewer than this, and for a while after it was last asked for.
     *
     * @param replicas whole ones are made of it by the law
     */
    record AtLeast(double replicas, String because) implements Proposal {
        public AtLeast {
            requireNonNull(because, "because is null");
            if (!(replicas >= 0) || Double.isInfinite(replicas)) {
                throw new IllegalArgumentException("replicas are counted: " + replicas);
            }
        }
    }

    /** No more than this. */
    record AtMost(int replicas, String because) implements Proposal {
        public AtMost {
            requireNonNull(because, "because is null");
            if (replicas < 0) {
                throw new IllegalArgumentException("replicas are counted: " + replicas);
            }
        }
    }

    /** No opinion. */
    record Silent(String because) implements Proposal {
        public Silent {
            requireNonNull(because, "because is null");
        }
    }
}

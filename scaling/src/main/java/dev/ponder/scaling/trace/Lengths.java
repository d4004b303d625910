package dev.ponder.scaling.trace;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** How many tokens a drawn prompt or answer has. */
public sealed interface Lengths {

    /** Draws one: 1 or more. */
    int draw(RandomGenerator random);

    /** Every one about the mean, by a normal curve that is cut at one token. */
    static Lengths normal(double mean, double deviation) {
        return new Normal(mean, deviation);
    }

    /** A normal curve of tokens; what falls below one token is one. */
    record Normal(double mean, double deviation) implements Lengths {

        public Normal {
            if (!(mean >= 1 && mean <= Integer.MAX_VALUE && deviation >= 0 && deviation <= mean)) {
                throw new IllegalArgumentException("no length: mean " + mean + " is to be 1 or more, deviation "
                        + deviation + " from 0 to the mean");
            }
        }

        @Override
        public int draw(RandomGenerator random) {
            return Math.clamp(Math.round(random.nextGaussian(mean, deviation)), 1, Integer.MAX_VALUE);
        }
    }

    /** What was counted, each length as often as it was seen. */
    final class Counted implements Lengths {

        private final int[] lengths;
        private final double[] sums;

        /**
         * Takes lengths of 1 or more, and how often each was seen; keeps both.
         *
         * @throws IllegalArgumentException if there is none, or none was ever seen
         */
        Counted(int[] lengths, double[] weights) {
            if (lengths.length == 0 || lengths.length != weights.length) {
                throw new IllegalArgumentException("lengths and weights do not match");
            }
            this.lengths = lengths;
            this.sums = weights;
            Arrays.parallelPrefix(sums, Double::sum);
            if (!(sums[sums.length - 1] > 0)) {
                throw new IllegalArgumentException("weights are all zero");
            }
        }

        @Override
        public int draw(RandomGenerator random) {
            double drawn = random.nextDouble(sums[sums.length - 1]);
            int found = Arrays.binarySearch(sums, drawn);
            return lengths[found < 0 ? -found - 1 : firstAbove(found)];
        }

        /** A sum belongs to what follows it, and what was never seen adds nothing to it. */
        private int firstAbove(int found) {
            int next = found;
            while (sums[next] == sums[found]) {
                next++;
            }
            return next;
        }
    }
}

package dev.ponder.scaling.trace;

import java.util.random.RandomGenerator;

/** What curve the gaps between a client's requests follow. Only the shape counts here: gaps are stretched to their window. */
enum GapFamily {
    GAMMA {
        @Override
        double draw(RandomGenerator random, double shape) {
            return shape < 1
                    ? marsagliaTsang(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape)
                    : marsagliaTsang(random, shape);
        }
    },
    WEIBULL {
        @Override
        double draw(RandomGenerator random, double shape) {
            return Math.pow(random.nextExponential(), 1 / shape);
        }
    };

    /** Draws a gap, zero or more, of the curve with this shape and scale 1. */
    abstract double draw(RandomGenerator random, double shape);

    /** Marsaglia and Tsang 2000, for shapes from 1 on; it needs 1.05 tries in the mean. */
    private static double marsagliaTsang(RandomGenerator random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            double cube = v * v * v;
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * cube + d * Math.log(cube)) {
                return d * cube;
            }
        }
    }
}

package dev.ponder.local.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** How values lie along an axis. Values beyond its ends lie on them. */
public sealed interface Scale {

    /** Says where a value lies: 0 at the beginning, 1 at the end. */
    double share(double value);

    /** Round values to mark, in order, all within the scale. */
    List<Double> ticks();

    /** An even scale. */
    record Linear(double from, double to) implements Scale {

        private static final int MOST_TICKS = 6;

        public Linear {
            if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
                throw new IllegalArgumentException("no scale: " + from + " to " + to);
            }
        }

        @Override
        public double share(double value) {
            return Math.clamp((value - from) / (to - from), 0.0, 1.0);
        }

        @Override
        public List<Double> ticks() {
            double step = step();
            List<Double> ticks = new ArrayList<>();
            for (long count = (long) Math.ceil(from / step - 1e-9); count * step <= to * (1 + 1e-9); count++) {
                ticks.add(count * step);
            }
            return ticks;
        }

        /** 1, 2 or 5 times a power of ten, so that few enough fit. */
        private double step() {
            double least = (to - from) / MOST_TICKS;
            double power = Math.pow(10, Math.floor(Math.log10(least)));
            return DoubleStream.of(1, 2, 5, 10)
                    .map(times -> times * power)
                    .filter(step -> step >= least)
                    .findFirst()
                    .orElse(10 * power);
        }
    }

    /** A scale on which each tenfold takes as much room. Its ends are above zero. */
    record Log(double from, double to) implements Scale {

        private static final double FEW_DECADES = 2.5;

        public Log {
            if (!(from > 0 && from < to) || Double.isInfinite(to)) {
                throw new IllegalArgumentException("no scale: " + from + " to " + to);
            }
        }

        @Override
        public double share(double value) {
            return value <= from ? 0 : Math.min(1, Math.log(value / from) / Math.log(to / from));
        }

        @Override
        public List<Double> ticks() {
            double[] marks = Math.log10(to / from) > FEW_DECADES ? new double[] {1} : new double[] {1, 2, 5};
            List<Double> ticks = new ArrayList<>();
            for (int power = (int) Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power++) {
                for (double mark : marks) {
                    double tick = mark * Math.pow(10, power);
                    if (tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9)) {
                        ticks.add(tick);
                    }
                }
            }
            return ticks;
        }
    }
}

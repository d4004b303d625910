package dev.ponder.scaling.forecast;

/**
 * Finds where a series changed for good: where its newer part ranks above or below its older part by more than chance explains (Mann,
 * Whitney, "On a test of whether one of two random variables is stochastically larger than the other", 1947). Ranks and not means, so
 * that one spike, however high, is not taken for a change. Pure.
 */
final class RankChange {

    private RankChange() {}

    /**
     * The index from which on the series is another one, the latest that is sure enough; 0 where it is one.
     *
     * @param doubt standard errors from which on a difference is sure
     */
    static int find(double[] values, int shortestNew, int shortestOld, double doubt) {
        double greater = 0;
        for (int split = values.length - 1; split >= shortestOld; split--) {
            double moved = values[split];
            for (int newer = split + 1; newer < values.length; newer++) {
                greater -= order(values[newer], moved);
            }
            for (int older = 0; older < split; older++) {
                greater += order(moved, values[older]);
            }
            int newerCount = values.length - split;
            if (newerCount >= shortestNew && isSure(greater, newerCount, split, doubt)) {
                return split;
            }
        }
        return 0;
    }

    private static double order(double one, double other) {
        return one > other ? 1 : one == other ? 0.5 : 0;
    }

    private static boolean isSure(double greater, double newer, double older, double doubt) {
        double expected = newer * older / 2;
        double error = Math.sqrt(newer * older * (newer + older + 1) / 12);
        return Math.abs(greater - expected) > doubt * error;
    }
}

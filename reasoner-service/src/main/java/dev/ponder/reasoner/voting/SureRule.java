package dev.ponder.reasoner.voting;

/**
 * Whether the leader would stay in front of the second, were there chains without end: with a uniform prior the probability of that is
 * a tail of Beta(leader + 1, second + 1), which is one of a fair coin's (Adaptive-Consistency: Aggarwal et al., 2023). Pure.
 *
 * @param threshold how probable it must be, above 0.5, at most 1; at 1 nothing is ever enough
 */
public record SureRule(double threshold) {

    public SureRule {
        if (!(threshold > 0.5 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold is not above 0.5 and at most 1: " + threshold);
        }
    }

    /** Whether that is enough. */
    public boolean holds(Ballot ballot) {
        return ballot.agreed() > 0 && threshold < 1 && leads(ballot.agreed(), ballot.second()) >= threshold;
    }

    /**
     * The probability that the leader is more frequent than the second: of {@code leader + second + 1} throws of a fair coin at most
     * {@code leader} are heads.
     */
    static double leads(int leader, int second) {
        int throwsOfCoin = leader + second + 1;
        double term = Math.pow(0.5, throwsOfCoin);
        double sum = term;
        for (int heads = 1; heads <= leader; heads++) {
            term *= (double) (throwsOfCoin - heads + 1) / heads;
            sum += term;
        }
        return Math.min(1, sum);
    }
}

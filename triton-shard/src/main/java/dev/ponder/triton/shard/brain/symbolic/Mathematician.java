package dev.ponder.triton.shard.brain.symbolic;

import java.util.Optional;

/** Reads a question and solves it, if it can. Any thread; one question at a time is computed. */
public final class Mathematician {

    private final Solver solver = new Solver(new Algebra());

    /** Gives the thought and the answer as text, or nothing. */
    public Optional<String> solve(String question) {
        return ProblemReader.read(question).flatMap(solver::solve).map(Solution::text);
    }
}

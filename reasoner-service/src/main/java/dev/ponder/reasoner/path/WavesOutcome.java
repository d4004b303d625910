package dev.ponder.reasoner.path;

import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.outcome.Votes;
import dev.ponder.reasoner.voting.Ballot;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one outcome of what the chains of a job came to. */
final class WavesOutcome {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Job job;
    private final List<Strand> strands;
    private final int waves;
    private final Votes.Ended ended;

    WavesOutcome(Job job, List<Strand> strands, int waves, Votes.Ended ended) {
        this.job = job;
        this.strands = List.copyOf(strands);
        this.waves = waves;
        this.ended = ended;
    }

    /**
     * The first chain that came to the answer which most came to; one that came to none, where none came to any; else why nothing
     * came.
     */
    Outcome outcome(long tookNanos) {
        Ballot ballot = ballot(strands);
        Optional<Outcome.Answered> winner = answered(strands)
                .filter(one -> ballot.leader().equals(vote(one)))
                .findFirst()
                .or(() -> answered(strands).findFirst());
        Usage usage = spent(strands);
        return winner.<Outcome>map(one -> answer(one, ballot, usage, tookNanos)).orElseGet(() -> failure(usage));
    }

    private Outcome answer(Outcome.Answered one, Ballot ballot, Usage usage, long tookNanos) {
        Votes votes = new Votes(strands.size(), ballot.voted(), ballot.agreed(), waves, ended);
        Provenance.Thought thought = (Provenance.Thought) one.provenance();
        List<String> shards = strands.stream()
                .flatMap(strand -> strand.soFar().shards().stream())
                .distinct()
                .toList();
        return new Outcome.Answered(
                one.v(),
                one.asked(),
                one.chain(),
                usage,
                timings(one.timings(), tookNanos),
                new Provenance.Thought(shards, thought.stopReason(), votes),
                one.plan(),
                one.classification(),
                one.questionKey(),
                one.unknown());
    }

    /** The wait is the first chain's, and so is the first token; what comes later is the winner's. */
    private Timings timings(Timings winners, long tookNanos) {
        Timings first = strands.getFirst().outcome().map(Outcome::timings).orElse(winners);
        return new Timings(
                first.routerMs(), first.queueMs(), first.ttftMs(), winners.itlMs(), tookNanos / NANOS_PER_MILLI);
    }

    private Outcome failure(Usage usage) {
        Outcome.Failed failed = strands.stream()
                .flatMap(strand -> strand.outcome().stream())
                .filter(Outcome.Failed.class::isInstance)
                .map(Outcome.Failed.class::cast)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no chain of " + job.task().key() + " came to anything"));
        return new Outcome.Failed(
                failed.v(), failed.asked(), failed.fault(), usage, failed.timings(), failed.pool(), failed.unknown());
    }

    static Ballot ballot(Collection<Strand> strands) {
        return Ballot.of(answered(strands).flatMap(one -> vote(one).stream()).toList());
    }

    /** A chain that was cut off has no vote: its last words may be no answer. */
    private static Optional<String> vote(Outcome.Answered one) {
        boolean whole = ((Provenance.Thought) one.provenance()).stopReason().equals("stop");
        String answer = one.chain().canonicalAnswer();
        return whole && !answer.isEmpty() ? Optional.of(answer) : Optional.empty();
    }

    static Usage spent(Collection<Strand> strands) {
        return strands.stream()
                .map(Strand::spent)
                .reduce(
                        Usage.NONE,
                        (one, other) -> new Usage(
                                one.promptTokens() + other.promptTokens(),
                                one.completionTokens() + other.completionTokens(),
                                one.reasoningTokens() + other.reasoningTokens(),
                                one.cachedTokens() + other.cachedTokens()));
    }

    private static Stream<Outcome.Answered> answered(Collection<Strand> strands) {
        return strands.stream()
                .flatMap(strand -> strand.outcome().stream())
                .filter(Outcome.Answered.class::isInstance)
                .map(Outcome.Answered.class::cast);
    }
}

package dev.ponder.workqueue;

/**
 * What a queue has seen since it opened; counters only grow, except {@code running} and {@code widestSpan}.
 *
 * @param taken records that came to a slot
 * @param redelivered of these, records that had been delivered before
 * @param stale of these, records whose lock had lapsed before work began; not worked on
 * @param done verdicts {@link Verdict.Done}
 * @param released verdicts {@link Verdict.Release}, failures included
 * @param rejected verdicts {@link Verdict.Reject}
 * @param handedOff records acknowledged before their work ended
 * @param renewed times that a lock was renewed
 * @param fenced records that were lost while their work ran
 * @param running records being worked on now
 * @param widestSpan offsets between the oldest record in hand and the newest that came, in the partition where they are most now
 */
public record QueueTally(
        long taken,
        long redelivered,
        long stale,
        long done,
        long released,
        long rejected,
        long handedOff,
        long renewed,
        long fenced,
        int running,
        long widestSpan) {}

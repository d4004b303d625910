package dev.ponder.router.settlement.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What settlement knows of one partition's requests, by digest: settled, or being worked on. The settlement thread alone. */
public final class Book {

    private final SettledIds settled;
    private final SettledIds withdrawn;
    private final Map<String, OpenWork> open = new HashMap<>();

    /** Knows nothing yet, and will remember what is settled for this long. */
    public Book(Duration remember) {
        this.settled = new SettledIds(remember);
        this.withdrawn = new SettledIds(remember);
    }

    /** Says whether a request was settled less than the remembered time ago. */
    public boolean isSettled(String digest, Instant now) {
        return settled.contains(digest, now);
    }

    /** Says whether a request was taken back before it came. */
    public boolean isWithdrawn(String digest, Instant now) {
        return withdrawn.contains(digest, now);
    }

    /** The work under way for a request, or null. */
    public @Nullable OpenWork work(String digest) {
        return open.get(digest);
    }

    /** Notes that a request is durably settled. */
    public void settle(String digest, Instant at) {
        open.remove(digest);
        withdrawn.remove(digest);
        settled.add(digest, at);
    }

    /** Notes that a request was taken back before it came. */
    public void withdraw(String digest, Instant at) {
        withdrawn.add(digest, at);
    }

    /**
     * Notes work under way. What was taken back before is due at once, however long its deadline: an order and its request that were
     * written down beside each other must not wait for one another.
     */
    public void open(String digest, OpenWork work) {
        open.put(digest, isWithdrawn(digest, work.notedAt()) ? work.dueAt(work.notedAt()) : work);
    }

    /** Forgets a request, as a deletion in the register says. */
    public void forget(String digest) {
        open.remove(digest);
        withdrawn.remove(digest);
        settled.remove(digest);
    }

    /** Frees what is past its time. Work under way has none: it ends by being settled. */
    public void forgetOld(Instant now) {
        settled.forgetOld(now);
        withdrawn.forgetOld(now);
    }

    /** All work under way. */
    public Map<String, OpenWork> underWay() {
        return Collections.unmodifiableMap(open);
    }

    /** How many settled ids are held. */
    public int settledSize() {
        return settled.size();
    }
}

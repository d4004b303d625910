package dev.ponder.router.settlement.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A book, and what a batch would change in it: later records of the batch see the earlier ones, the book does not. */
final class Draft {

    private final Book book;
    private final Instant now;
    private final Set<String> settled = new HashSet<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final Map<String, OpenWork> open = new HashMap<>();

    Draft(Book book, Instant now) {
        this.book = book;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    boolean isSettled(String digest) {
        return settled.contains(digest) || book.isSettled(digest, now);
    }

    boolean isWithdrawn(String digest) {
        return withdrawn.contains(digest) || book.isWithdrawn(digest, now);
    }

    @Nullable
    OpenWork work(String digest) {
        OpenWork here = open.get(digest);
        return here == null ? book.work(digest) : here;
    }

    void settle(String digest) {
        settled.add(digest);
    }

    void withdraw(String digest) {
        withdrawn.add(digest);
    }

    void open(String digest, OpenWork work) {
        open.put(digest, work);
    }
}

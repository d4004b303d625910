package dev.ponder.local.deadletters;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.local.terminal.Excerpt;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the list says of a letter: no content, and of bounded size, whatever the letter's.
 *
 * @param bytes of key and value; of a letter without payload, those that were left out
 * @param payload whether key and value are there
 */
record Listed(
        Place place,
        Instant at,
        String code,
        Optional<String> field,
        String reason,
        Optional<String> origin,
        Optional<String> requestId,
        long bytes,
        boolean payload) {

    /** Oldest first. */
    static final Comparator<Listed> BY_AGE = Comparator.comparing(Listed::at).thenComparing(Listed::place, Place.ORDER);

    private static final int LONGEST = 240;
    private static final String UNKNOWN = "unknown";

    Listed {
        requireNonNull(place, "place is null");
        requireNonNull(at, "at is null");
        requireNonNull(code, "code is null");
        requireNonNull(reason, "reason is null");
    }

    static Listed of(Letter letter) {
        Optional<Long> omitted = letter.text(DeadLetter.OMITTED_BYTES).map(Listed::count);
        return new Listed(
                letter.place(),
                letter.at(),
                letter.code().map(Listed::cut).orElse(UNKNOWN),
                letter.text(DeadLetter.FIELD).map(Listed::cut),
                letter.text(DeadLetter.REASON).map(Listed::cut).orElse("No reason is given."),
                letter.origin().map(Listed::cut),
                letter.text(DeadLetter.REQUEST_ID).map(Listed::cut),
                omitted.orElse(letter.bytes()),
                omitted.isEmpty());
    }

    private static String cut(String text) {
        return Excerpt.of(text, LONGEST);
    }

    /** What a foreign writer put there may be no number. */
    private static long count(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** The line of the list. */
    String line() {
        String size = payload ? bytes + " bytes" : "payload of " + bytes + " bytes left out";
        String where = field.map(name -> name + ": ").orElse("");
        return "%s  %s  %s  %s%s  (from %s, %s)"
                .formatted(place, at, code, where, reason, origin.orElse(UNKNOWN), size);
    }
}

package dev.ponder.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.local.terminal.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.header.Header;

/** A letter's headers for people. Those that may hold a sender's secret show their length alone. Pure. */
final class ShownHeaders {

    private static final int LONGEST = 500;
    private static final int MOST = 100;
    /** Names that carry identity and form by their standards, no content and no credentials. */
    private static final Set<String> PLAIN = Set.of(
            "ce_id",
            "ce_specversion",
            "ce_type",
            "ce_source",
            "ce_time",
            "content-type",
            "traceparent",
            DeadLetter.REPLAYED_FROM);

    private ShownHeaders() {}

    /**
     * One line a header.
     *
     * @param all whether those that may hold secrets are shown too
     */
    static List<String> of(List<Header> headers, boolean all) {
        List<String> lines = new ArrayList<>();
        headers.stream().limit(MOST).forEach(header -> lines.add(line(header, all)));
        if (headers.size() > MOST) {
            lines.add((headers.size() - MOST) + " more");
        }
        return lines;
    }

    private static String line(Header header, boolean all) {
        return Excerpt.of(header.key(), LONGEST) + ": " + value(header, all);
    }

    private static String value(Header header, boolean all) {
        if (header.value() == null) {
            return "null";
        }
        boolean plain =
                DeadLetter.isOwn(header.key()) || PLAIN.contains(header.key().toLowerCase(Locale.ROOT));
        return all || plain
                ? Excerpt.of(new String(header.value(), UTF_8), LONGEST)
                : "<" + header.value().length + " bytes>";
    }
}

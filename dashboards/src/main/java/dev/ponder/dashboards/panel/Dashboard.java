package dev.ponder.dashboards.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of panels.
 *
 * @param uid what links name it by: small letters and hyphens, never changed
 * @param title what people call it
 * @param asks the question that it answers
 * @param rows from top to bottom
 */
public record Dashboard(String uid, String title, String asks, List<Row> rows) {

    private static final Pattern UID = Pattern.compile("ponder-[a-z-]+");

    public Dashboard {
        if (!UID.matcher(uid).matches()) {
            throw new IllegalArgumentException("uid is not ponder- and small letters: " + uid);
        }
        rows = List.copyOf(rows);
        if (title.isBlank() || asks.isBlank() || rows.isEmpty()) {
            throw new IllegalArgumentException("a dashboard has a title, a question and rows: " + uid);
        }
    }

    /** Its panels with their places, from top to bottom and from left to right. */
    public List<Placed> panels() {
        List<Placed> placed = new ArrayList<>();
        int y = 0;
        for (Row row : rows) {
            placed.addAll(row.placedAt(y));
            y += row.height();
        }
        return placed;
    }
}

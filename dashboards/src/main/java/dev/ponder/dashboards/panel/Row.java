package dev.ponder.dashboards.panel;

import java.util.ArrayList;
import java.util.List;

/**
 * Panels side by side, all as wide and as high as each other.
 *
 * @param height in rows of the grid
 * @param panels from left to right, as many as the grid's columns can be divided by
 */
public record Row(int height, List<Panel> panels) {

    private static final int LOW = 4;
    private static final int HIGH = 8;
    private static final int TALL = 12;

    public Row {
        panels = List.copyOf(panels);
        if (panels.isEmpty() || Place.COLUMNS % panels.size() != 0) {
            throw new IllegalArgumentException("24 columns can't be shared by " + panels.size());
        }
    }

    /** Large figures. */
    public static Row low(Panel... panels) {
        return new Row(LOW, List.of(panels));
    }

    /** Curves and bars. */
    public static Row high(Panel... panels) {
        return new Row(HIGH, List.of(panels));
    }

    /** Many bars. */
    public static Row tall(Panel... panels) {
        return new Row(TALL, List.of(panels));
    }

    /** Where each panel stands, in a row that begins at a height. */
    List<Placed> placedAt(int y) {
        int width = Place.COLUMNS / panels.size();
        List<Placed> placed = new ArrayList<>();
        for (Panel panel : panels) {
            placed.add(new Placed(panel, new Place(placed.size() * width, y, width, height)));
        }
        return placed;
    }
}

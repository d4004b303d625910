package dev.ponder.dashboards.panel;

/**
 * Where a panel stands, in Grafana's grid of 24 columns.
 *
 * @param x column of its left edge
 * @param y row of its upper edge
 * @param width in columns
 * @param height in rows
 */
public record Place(int x, int y, int width, int height) {

    /** Columns of the grid. */
    public static final int COLUMNS = 24;

    public Place {
        if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > COLUMNS) {
            throw new IllegalArgumentException("outside the grid: %d, %d, %d, %d".formatted(x, y, width, height));
        }
    }
}

package dev.ponder.dashboards.panel;

/**
 * What a panel is for, for whoever looks at it.
 *
 * @param title what it shows
 * @param tells how to read it
 * @param todo what to do when it looks wrong
 */
public record Words(String title, String tells, String todo) {

    public Words {
        if (title.isBlank() || tells.isBlank() || todo.isBlank()) {
            throw new IllegalArgumentException("a panel says what it shows, how to read it and what to do: " + title);
        }
    }
}

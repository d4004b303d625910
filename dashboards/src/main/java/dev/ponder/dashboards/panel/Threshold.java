package dev.ponder.dashboards.panel;

import static java.util.Objects.requireNonNull;

/**
 * From which value on a figure has a colour.
 *
 * @param from the value, part of it; ignored in the first of several, which begins below everything
 * @param colour from there on
 */
public record Threshold(double from, Colour colour) {

    public Threshold {
        requireNonNull(colour, "colour is null");
    }

    /** What a colour says. */
    public enum Colour {
        GOOD("green"),
        DOUBTFUL("orange"),
        BAD("red"),
        PLAIN("blue");

        private final String grafana;

        Colour(String grafana) {
            this.grafana = grafana;
        }

        /** Grafana's name of it. */
        public String grafana() {
            return grafana;
        }
    }
}

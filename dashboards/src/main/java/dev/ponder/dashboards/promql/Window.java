package dev.ponder.dashboards.promql;

/** Over what time a rate is taken. */
public enum Window {
    /** What Grafana finds fit for the time that is shown; in dashboards alone. */
    SHOWN("$__rate_interval"),
    MINUTES_5("5m"),
    MINUTES_10("10m"),
    MINUTES_15("15m"),
    MINUTES_30("30m"),
    HOUR_1("1h"),
    HOURS_6("6h"),
    DAYS_3("3d");

    private final String promql;

    Window(String promql) {
        this.promql = promql;
    }

    /** As it stands between brackets. */
    public String promql() {
        return promql;
    }
}

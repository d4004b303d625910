package dev.ponder.dashboards.panel;

/** In what figures are shown. */
public enum Unit {
    NUMBER("short"),
    SECONDS("s"),
    SHARE("percentunit"),
    /** Whatever the pool's prices are in; Grafana needs a sign, and no other is right everywhere. */
    MONEY("currencyUSD"),
    REQUESTS_A_SECOND("reqps"),
    PER_SECOND("cps"),
    /** One, or nothing. */
    YES_OR_NO("bool_yes_no");

    private final String grafana;

    Unit(String grafana) {
        this.grafana = grafana;
    }

    /** Grafana's id of it. */
    public String grafana() {
        return grafana;
    }
}

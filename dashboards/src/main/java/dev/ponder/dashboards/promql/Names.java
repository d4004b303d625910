package dev.ponder.dashboards.promql;

/** How Prometheus calls our meters and tags: what Micrometer's naming convention makes of them. A test holds the two together. */
final class Names {

    private Names() {}

    static String label(String tag) {
        return tag.replace('.', '_');
    }

    static String counter(String meter) {
        return base(meter) + "_total";
    }

    static String timer(String meter) {
        return base(meter) + "_seconds";
    }

    static String base(String meter) {
        return meter.replace('.', '_');
    }
}

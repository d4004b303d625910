package dev.ponder.triton.shard.metrics;

import java.util.Locale;

/** Writes figures in the text form of Prometheus, those of one model with its labels. */
final class PageWriter {

    private final String labels;
    private final StringBuilder page = new StringBuilder();

    PageWriter(String model) {
        this.labels = "model=\"" + model + "\",version=\"1\"";
    }

    /** Begins a family. */
    PageWriter family(String name, String type, String help) {
        page.append("# HELP ").append(name).append(' ').append(help).append('\n');
        page.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    /** A family of one figure of the model. */
    PageWriter counter(String name, String help, long value) {
        return family(name, "counter", help).line(name, "", value);
    }

    /** A family of one figure of the server. */
    PageWriter server(String name, String help, String value) {
        family(name, "gauge", help);
        page.append(name).append(' ').append(value).append('\n');
        return this;
    }

    PageWriter line(String name, String more, long value) {
        return line(name, more, Long.toString(value));
    }

    PageWriter line(String name, String more, String value) {
        String all = more.isEmpty() ? labels : labels + "," + more;
        page.append(name).append('{').append(all).append("} ").append(value).append('\n');
        return this;
    }

    /** A family of one histogram of the model. */
    PageWriter histogram(String name, String help, String more, Histogram values) {
        family(name, "histogram", help);
        String comma = more.isEmpty() ? "" : more + ",";
        long count = 0;
        for (Histogram.Bucket bucket : values.buckets()) {
            line(name + "_bucket", comma + "le=\"" + bucket.bound() + '"', bucket.count());
            count = bucket.count();
        }
        return line(name + "_sum", more, values.sum()).line(name + "_count", more, count);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    String text() {
        return page.toString();
    }
}

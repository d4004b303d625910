package dev.ponder.bench.start;

import dev.ponder.bench.measure.Sample;
import dev.ponder.images.plan.ImagePlan;
import java.util.ArrayList;
import java.util.List;

/** One service in both forms, and how long its starts took. One thread. */
final class Contest {

    private final ImagePlan plan;
    private final List<Double> plain = new ArrayList<>();
    private final List<Double> shipped = new ArrayList<>();

    Contest(ImagePlan plan) {
        this.plan = plan;
    }

    ImagePlan plan() {
        return plan;
    }

    void took(Form form, double seconds) {
        times(form).add(seconds);
    }

    Sample sample(Form form) {
        return Sample.of(times(form));
    }

    private List<Double> times(Form form) {
        return switch (form) {
            case PLAIN -> plain;
            case SHIPPED -> shipped;
        };
    }
}

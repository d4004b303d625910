package dev.ponder.triton.shard.metrics;

import dev.ponder.triton.shard.engine.EngineLoad;

/** What Triton itself exports of a model. As there, durations are those of requests that ended well. Pure. */
final class InferenceFigures {

    private static final String FAILURE = "nv_inference_request_failure";
    private static final String PENDING = "nv_inference_pending_request_count";

    private InferenceFigures() {}

    static void write(PageWriter page, ShardCounters counters, EngineLoad load) {
        requests(page, counters, load);
        durations(page, counters.durations(), load);
        page.family(PENDING, "gauge", "Instantaneous number of pending requests awaiting execution per-model.")
                .line(PENDING, "", load.waiting());
        page.histogram(
                "nv_inference_first_response_histogram_ms",
                "Duration from request to first response in milliseconds",
                "",
                counters.durations().firstMillis());
    }

    private static void requests(PageWriter page, ShardCounters counters, EngineLoad load) {
        page.counter(
                "nv_inference_request_success",
                "Number of successful inference requests, all batch sizes",
                counters.successes());
        page.family(FAILURE, "counter", "Number of failed inference requests, all batch sizes");
        failure(page, "REJECTED", counters.refusals());
        failure(page, "CANCELED", counters.cancels());
        failure(page, "BACKEND", counters.failures());
        failure(page, "OTHER", 0);
        page.counter(
                "nv_inference_count",
                "Number of inferences performed (does not include cached requests)",
                counters.successes());
        page.counter(
                "nv_inference_exec_count",
                "Number of model executions performed (does not include cached requests)",
                load.done().steps());
    }

    private static void failure(PageWriter page, String reason, long count) {
        page.line(FAILURE, "reason=\"" + reason + "\"", count);
    }

    private static void durations(PageWriter page, Durations spent, EngineLoad load) {
        page.counter(
                "nv_inference_request_duration_us",
                "Cumulative inference request duration in microseconds (includes cached requests)",
                spent.wholeMicros());
        page.counter(
                "nv_inference_queue_duration_us",
                "Cumulative inference queuing duration in microseconds (includes cached requests)",
                Durations.micros(load.done().queuedNanos()));
        page.counter(
                "nv_inference_compute_input_duration_us",
                "Cumulative compute input duration in microseconds (does not include cached requests)",
                spent.inputMicros());
        page.counter(
                "nv_inference_compute_infer_duration_us",
                "Cumulative compute inference duration in microseconds (does not include cached requests)",
                Durations.micros(load.done().computedNanos()));
        page.counter(
                "nv_inference_compute_output_duration_us",
                "Cumulative inference compute output duration in microseconds (does not include cached requests)",
                spent.outputMicros());
    }
}

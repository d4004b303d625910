package dev.ponder.reasoner.intake;

import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.contracts.telemetry.Spans;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkHold;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.Worker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Notes how long each record is worked on, by its topic, under OpenTelemetry's name; however that ends. Thread-safe. */
public final class TimedWorker implements Worker {

    private final Worker worker;
    private final MeterRegistry meters;
    private final Ticker ticker;

    /** Times another worker. */
    public TimedWorker(Worker worker, MeterRegistry meters, Ticker ticker) {
        this.worker = worker;
        this.meters = meters;
        this.ticker = ticker;
    }

    @Override
    public Verdict work(WorkItem item, WorkHold hold) throws InterruptedException {
        long beganNanos = ticker.nanos();
        try {
            return worker.work(item, hold);
        } finally {
            meters.timer(
                            Meters.PROCESS_DURATION,
                            Spans.MESSAGING_DESTINATION,
                            item.ref().topic())
                    .record(Duration.ofNanos(ticker.nanos() - beganNanos));
        }
    }
}

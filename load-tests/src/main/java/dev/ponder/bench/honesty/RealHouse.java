package dev.ponder.bench.honesty;

import dev.ponder.bench.measure.Workload;
import dev.ponder.bench.stack.BenchStack;
import dev.ponder.bench.stack.ChunkReader;
import dev.ponder.bench.stack.OpenLoop;
import dev.ponder.bench.stack.OutcomeReader;
import dev.ponder.bench.stack.RequestSender;
import dev.ponder.bench.stack.ResultReader;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.StackExtras;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plays requests in real time: from their topic through router, work queue, reasoner, shards and settlement to a reader of results. */
final class RealHouse implements AutoCloseable {

    private static final int REASONERS = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final double NANOS_PER_SECOND = 1e9;

    private final BenchStack house;

    private RealHouse(BenchStack house) {
        this.house = house;
    }

    static RealHouse start(Consumer<String> progress) throws LaunchException, InterruptedException {
        Map<String, String> reasoner = Map.of("reasoner.slots", Integer.toString(SmallFleet.SLOTS));
        StackExtras extras = new StackExtras(Map.of(), reasoner, SmallFleet.shardArguments());
        return new RealHouse(BenchStack.start(REASONERS, extras, progress));
    }

    /** Plays them; one that fails or never ends leaves nothing to compare, and ends the run. */
    List<Lived> play(List<Asked> asked) throws InterruptedException {
        String bootstrap = house.stack().bootstrap();
        try (ResultReader results = new ResultReader(bootstrap);
                ChunkReader chunks = new ChunkReader(bootstrap);
                OutcomeReader outcomes = new OutcomeReader(bootstrap);
                RequestSender requests = new RequestSender(bootstrap)) {
            Workload arrivals = new Workload(asked.stream()
                    .map(one -> new Workload.Job(one.due(), Duration.ZERO))
                    .toList());
            long beganNanos = OpenLoop.run(arrivals, i -> ask(requests, asked.get(i)));
            int came = results.await(asked.size(), PATIENCE);
            if (came < asked.size() || !results.errors().isEmpty()) {
                throw new IllegalStateException("%d of %d results came, these errors among them: %s"
                        .formatted(came, asked.size(), results.errors()));
            }
            outcomes.await(asked.size(), PATIENCE);
            return asked.stream()
                    .map(one -> new Lived(
                            known(outcomes.started().get(one.id()), one).waitSeconds(),
                            seconds(chunks.firstNanos(), one, beganNanos),
                            seconds(results.arrivedNanos(), one, beganNanos)))
                    .toList();
        }
    }

    private static void ask(RequestSender requests, Asked one) {
        requests.sendStreamed(one.id(), one.words(), Demand.MOST_TOKENS);
    }

    private static double seconds(Map<String, Long> cameNanos, Asked one, long beganNanos) {
        long at = known(cameNanos.get(one.id()), one);
        return (at - beganNanos - one.due().toNanos()) / NANOS_PER_SECOND;
    }

    private static <T> T known(@Nullable T what, Asked one) {
        if (what == null) {
            throw new IllegalStateException("of " + one.id() + " too little was heard");
        }
        return what;
    }

    @Override
    public void close() {
        house.close();
    }
}

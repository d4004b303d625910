package dev.ponder.bench.fairness;

import dev.ponder.bench.measure.Sample;
import dev.ponder.bench.measure.Workload;
import dev.ponder.bench.report.Row;
import dev.ponder.bench.stack.BenchStack;
import dev.ponder.bench.stack.OpenLoop;
import dev.ponder.bench.stack.RequestSender;
import dev.ponder.bench.stack.ResultReader;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.StackExtras;
import dev.ponder.local.launch.StackSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One house of two routers and two reasoners with four tenants, of whom one may flood it. */
final class Crowd {

    static final TenantId FLOOD = new TenantId("flood");
    static final List<TenantId> OTHERS =
            Stream.of("one", "two", "three").map(TenantId::new).toList();
    static final int STEP_MILLIS = 15;
    static final int SLOTS = 16;
    /** What each request promises, some times what it needs, as people set it. */
    static final int MOST_TOKENS = 600;

    private static final int REASONERS = 2;
    private static final int ROUTERS = 2;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double P99 = 0.99;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String name;
    private final long windowTokens;
    private final Consumer<String> log;

    Crowd(String name, long windowTokens, Consumer<String> log) {
        this.name = name;
        this.windowTokens = windowTokens;
        this.log = log;
    }

    /** Serves what is asked, and says how the others fared; what came due in the warm-up is not counted. */
    Row run(List<Asked> asked, Duration warmUp) throws LaunchException, InterruptedException {
        StackExtras paced = BenchStack.paced(STEP_MILLIS, SLOTS / REASONERS, Map.of());
        StackExtras extras = new StackExtras(
                Map.of("router.sharing.window-tokens", Long.toString(windowTokens)), paced.reasoner(), paced.shard());
        List<TenantId> tenants =
                Stream.concat(OTHERS.stream(), Stream.of(FLOOD)).toList();
        StackSettings settings = StackSettings.DEFAULT
                .withRouters(ROUTERS)
                .withReasoners(REASONERS)
                .withTenants(tenants)
                .withExtras(extras);
        log.accept(name);
        try (BenchStack house = BenchStack.start(settings, _ -> {});
                RequestSender requests = new RequestSender(house.stack().bootstrap());
                Answers answers = Answers.of(house.stack().bootstrap())) {
            Workload workload = new Workload(asked.stream()
                    .map(one -> new Workload.Job(one.due(), Duration.ZERO))
                    .toList());
            long beganNanos = OpenLoop.run(workload, i -> ask(requests, asked.get(i)));
            requests.flush();
            List<Asked> others =
                    asked.stream().filter(one -> !one.tenant().equals(FLOOD)).toList();
            for (int i = 0; i < OTHERS.size(); i++) {
                answers.ofOthers().get(i).await(count(others, OTHERS.get(i)), PATIENCE);
            }
            return row(answers, beganNanos, others, warmUp, asked.size() - others.size());
        }
    }

    private static int count(List<Asked> asked, TenantId tenant) {
        return (int) asked.stream().filter(one -> one.tenant().equals(tenant)).count();
    }

    private static void ask(RequestSender requests, Asked asked) {
        requests.send(asked.tenant(), asked.id(), asked.tokens(), MOST_TOKENS);
    }

    private Row row(Answers answers, long beganNanos, List<Asked> others, Duration warmUp, int flooding) {
        Map<String, Long> came = answers.others();
        List<Double> seconds = new ArrayList<>();
        int missing = 0;
        for (Asked one : others) {
            Long arrived = came.get(one.id());
            if (arrived == null) {
                missing++;
            } else if (one.due().compareTo(warmUp) >= 0) {
                seconds.add((arrived - beganNanos - one.due().toNanos()) / NANOS_PER_SECOND);
            }
        }
        Sample sample = Sample.of(seconds);
        return Row.named(name)
                .with("others_p50_s", sample.median())
                .with("others_p99_s", sample.percentile(P99))
                .with("others_max_s", sample.max())
                .with("others", sample.size())
                .with("others_errors", answers.errorsOfOthers())
                .with("others_unended", missing)
                .with("flood_asked", flooding)
                .with("flood_answered", answers.ofFlood());
    }

    private record Answers(List<ResultReader> ofOthers, ResultReader flood) implements AutoCloseable {

        static Answers of(String bootstrap) {
            return new Answers(
                    OTHERS.stream().map(one -> new ResultReader(bootstrap, one)).toList(),
                    new ResultReader(bootstrap, FLOOD));
        }

        Map<String, Long> others() {
            Map<String, Long> all = new HashMap<>();
            ofOthers.forEach(reader -> all.putAll(reader.arrivedNanos()));
            return all;
        }

        int errorsOfOthers() {
            return ofOthers.stream().mapToInt(reader -> reader.errors().size()).sum();
        }

        int ofFlood() {
            return flood.arrivedNanos().size() - flood.errors().size();
        }

        @Override
        public void close() {
            ofOthers.forEach(ResultReader::close);
            flood.close();
        }
    }
}

package dev.ponder.it.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.ponder.contracts.telemetry.Spans;
import dev.ponder.it.chain.Asker;
import dev.ponder.it.chain.StackRun;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.StackExtras;
import dev.ponder.local.launch.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services as processes, a user who is traced, and a real collector that is not always there. */
@SuppressWarnings("NullAway.Init") // start() sets the fields before any test
class TracesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** So many tries of each service to hand spans on while nobody takes them. */
    private static final int QUESTIONS = 30;
    /** What a service may say of it meanwhile, traces of exceptions included. */
    private static final int LINES = 60;

    @TempDir
    static Path dir;

    private static TraceSink sink;
    private static Collector collector;
    private static StackRun run;
    private static Asker asker;
    private static Producer producer;

    /** The stack first: services start where no collector is yet. */
    @BeforeAll
    static void start() throws Exception {
        sink = TraceSink.open();
        collector = Collector.prepare(binary(), dir, sink);
        Map<String, String> traced = Map.of(
                "quarkus.otel.exporter.otlp.endpoint",
                collector.grpcAddress(),
                "quarkus.otel.bsp.schedule.delay",
                "200ms");
        run = StackRun.start(
                StackSettings.DEFAULT.withExtras(new StackExtras(traced, traced, List.of(), traced, Optional.empty())));
        asker = new Asker(run.stack().bootstrap());
        producer = new Producer(collector.httpTraces(), asker);
        producer.ask("before", "What is 1 + 2?");
        assertThat(asker.resultOf("before", PATIENCE).isError()).isFalse();
        collector.start();
    }

    private static Path binary() throws IOException, InterruptedException {
        return switch (CollectorBinary.find(Checkout.current().state().resolve("tools/otelcol"))) {
            case CollectorBinary.Found(Path program) -> program;
            case CollectorBinary.Absent(String why) -> {
                System.out.println("Traces are not tried: " + why);
                yield abort(why);
            }
        };
    }

    @AfterAll
    static void stop() throws Exception {
        if (run != null) {
            producer.close();
            asker.close();
            run.close();
            collector.stop();
        }
        sink.close();
    }

    @Test
    void bringsARequestsTraceWholeFromItsProducerToItsResult() {
        String trace = producer.ask("whole", "What is 3/4 + 5/6?");

        assertThat(asker.resultOf("whole", PATIENCE).answer()).contains("19/12");
        awaitSpans(trace, 6);

        CollectedSpan send = one(trace, "send reasoning.requests");
        CollectedSpan routed = one(trace, "process reasoning.requests");
        CollectedSpan worked = one(trace, "process reasoning.work.main.interactive");
        CollectedSpan chat = one(trace, "chat default");
        CollectedSpan settled = one(trace, "process reasoning.outcomes");
        assertThat(send.parent()).isEmpty();
        assertThat(send.kind()).isEqualTo(CollectedSpan.PRODUCER);
        assertFollows(routed, send, "router");
        assertFollows(worked, routed, "reasoner");
        assertFollows(settled, worked, "router");
        assertThat(chat.parent()).isEqualTo(worked.id());
        assertThat(chat.kind()).isEqualTo(CollectedSpan.CLIENT);
        assertThat(asker.traceOf("whole")).isEqualTo("00-" + trace + "-" + settled.id() + "-01");
        CollectedSpan lookup = one(trace, "ponder.cache.v1.Cache/Lookup");
        assertThat(lookup.parent()).isEqualTo(routed.id());
        assertThat(lookup.service()).isEqualTo("cache");
        assertThat(lookup.kind()).isEqualTo(CollectedSpan.SERVER);
        assertThat(sink.of(trace)).hasSize(6);
    }

    private static void assertFollows(CollectedSpan span, CollectedSpan before, String service) {
        assertThat(span.parent()).isEqualTo(before.id());
        assertThat(span.links()).containsExactly(before.id());
        assertThat(span.service()).isEqualTo(service);
        assertThat(span.kind()).isEqualTo(CollectedSpan.CONSUMER);
        assertThat(span.attributes())
                .containsEntry(Spans.MESSAGING_SYSTEM, "kafka")
                .containsEntry(Spans.MESSAGING_OPERATION, "process")
                .containsEntry(Spans.MESSAGING_DESTINATION, span.name().substring("process ".length()));
    }

    @Test
    void namesAGenerationAsTheConventionsDoAndSaysNothingOfItsText() {
        String trace = producer.ask("named", "What is 5 * 6 + 1?");
        asker.resultOf("named", PATIENCE);
        awaitSpans(trace, 6);

        CollectedSpan chat = one(trace, "chat default");

        assertThat(chat.attributes())
                .containsEntry("gen_ai.operation.name", "chat")
                .containsEntry("gen_ai.provider.name", "nvidia.triton")
                .containsEntry("gen_ai.request.model", "default")
                .containsEntry("server.address", "127.0.0.1")
                .containsKeys("server.port", "gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens");
        assertThat(sink.of(trace)).noneMatch(span -> span.toString().contains("5 * 6"));
    }

    @Test
    void worksOnWithoutFillingTheLogWhileTheCollectorIsAway() throws Exception {
        // Given
        collector.stop();
        long before = lines();
        // When
        for (int i = 0; i < QUESTIONS; i++) {
            producer.ask("away-" + i, "What is " + i + " * 3 + 2?");
            assertThat(asker.resultOf("away-" + i, PATIENCE).isError()).isFalse();
        }
        // Then
        assertThat(lines() - before).as("lines of all logs").isLessThan(LINES);
        collector.start();
        await().atMost(PATIENCE).untilAsserted(() -> {
            String id = asker.newId();
            String trace = producer.ask(id, "What is 8 + 9?");
            asker.resultOf(id, PATIENCE);
            awaitSpans(trace, 4);
        });
        assertThat(asker.doubled()).isEmpty();
    }

    private static long lines() throws IOException {
        long lines = 0;
        for (String service : List.of("router", "reasoner", "cache")) {
            try (Stream<String> log = Files.lines(run.stack().folder().resolve(service + ".log"))) {
                lines += log.count();
            }
        }
        return lines;
    }

    private static CollectedSpan one(String trace, String name) {
        List<CollectedSpan> found =
                sink.of(trace).stream().filter(span -> span.name().equals(name)).toList();
        assertThat(found).as("%s among %s", name, sink.of(trace)).hasSize(1);
        return found.getFirst();
    }

    private static void awaitSpans(String trace, int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(sink.of(trace)).hasSizeGreaterThanOrEqualTo(count));
    }
}

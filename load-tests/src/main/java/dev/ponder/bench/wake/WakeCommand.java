package dev.ponder.bench.wake;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.measure.Sample;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.bench.stack.AutoscalerProcess;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.RunningBroker;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.local.launch.FreePorts;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How long a pool without replicas sleeps on after work came. */
@Command(
        name = "wake",
        description =
                "From a record's append at 0 replicas to the push that KEDA hears: real broker, the autoscaler that ships.")
public final class WakeCommand implements Callable<Integer> {

    private static final PoolId POOL = new PoolId("wake");
    private static final String TOPIC = Topics.work(POOL, SloClass.INTERACTIVE);
    private static final String GROUP = "ponder-reasoner";
    private static final double P99 = 0.99;
    /** KEDA asks a scaler that does not push this often. */
    private static final double ASKED_EACH_SECONDS = 30;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws LaunchException, InterruptedException, IOException, ExecutionException {
        int wakes = options.quick() ? 20 : 200;
        options.say(
                wakes
                        + " times: a record comes to a pool at rest, at a moment drawn by chance; the first group never began.");
        Sample took = run(wakes);
        List<Row> rows = List.of(
                Row.named("pushed")
                        .with("p50_s", took.median())
                        .with("p99_s", took.percentile(P99))
                        .with("max_s", took.max()),
                Row.named("asked each 30 s (computed)")
                        .with("p50_s", ASKED_EACH_SECONDS / 2)
                        .with("p99_s", ASKED_EACH_SECONDS * P99)
                        .with("max_s", ASKED_EACH_SECONDS));
        options.publish(
                new Report(
                        "wake",
                        Map.of("wakes", Integer.toString(wakes)),
                        List.of(options.seed()),
                        Map.of("p99_s", took.percentile(P99)),
                        rows),
                Map.of("p99_s", "<= 1"));
        return 0;
    }

    private Sample run(int wakes) throws LaunchException, InterruptedException, IOException, ExecutionException {
        Path dir = Files.createTempDirectory("ponder-wake-");
        List<Integer> ports = FreePorts.find(2);
        try (RunningBroker broker = LocalBroker.start(dir)) {
            lay(broker.bootstrap());
            try (AutoscalerProcess _ = AutoscalerProcess.start(settings(broker.bootstrap(), ports));
                    WakeStream stream = WakeStream.open(ports.getFirst(), POOL.value());
                    KafkaProducer<byte[], byte[]> pen = pen(broker.bootstrap());
                    Worker worker = new Worker(broker.bootstrap(), GROUP, TOPIC)) {
                return wake(wakes, stream, pen, worker);
            }
        }
    }

    private static Map<String, String> settings(String bootstrap, List<Integer> ports) {
        return Map.of(
                "kafka.bootstrap.servers",
                bootstrap,
                "autoscaler.pools." + POOL.value() + ".max",
                "4",
                "autoscaler.serving.port",
                String.valueOf(ports.getFirst()),
                "quarkus.http.port",
                String.valueOf(ports.getLast()));
    }

    private Sample wake(int wakes, WakeStream stream, KafkaProducer<byte[], byte[]> pen, Worker worker)
            throws InterruptedException, ExecutionException {
        RandomGenerator chance = new SplittableRandom(options.seed());
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < wakes; i++) {
            stream.await(false);
            Thread.sleep(Duration.ofMillis(chance.nextInt(400)));
            long sent = System.nanoTime();
            pen.send(new ProducerRecord<>(TOPIC, new byte[] {1})).get();
            took.add((stream.await(true) - sent) / 1e9);
            worker.finishOne();
        }
        return Sample.of(took);
    }

    private static void lay(String bootstrap) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(new TopicPlan(List.of(), List.of(POOL), 1).specs());
            provisioner.ensureShareGroup(GROUP, Duration.ofSeconds(30));
        }
    }

    private static KafkaProducer<byte[], byte[]> pen(String bootstrap) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}

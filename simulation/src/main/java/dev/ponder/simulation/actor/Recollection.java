package dev.ponder.simulation.actor;

import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import dev.ponder.reasoner.progress.ProgressSource;
import dev.ponder.reasoner.recall.OutcomeSource;
import dev.ponder.simulation.broker.VirtualBroker;
import dev.ponder.simulation.check.Happening;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** What a reasoner finds on topics that earlier holders of a job wrote to. A look that the broker refuses finds nothing, as the shipped one. */
final class Recollection implements ProgressSource, OutcomeSource {

    private final World world;
    private final Line line;

    Recollection(World world, Line line) {
        this.world = world;
        this.line = line;
    }

    @Override
    public Optional<Progress> find(RequestKey key, Instant since, Duration patience) throws InterruptedException {
        if (world.flaw() == Flaw.RESUMES_BY_ID_ALONE) {
            return World.TENANTS.stream()
                    .map(tenant -> new RequestKey(tenant, key.id()))
                    .filter(other -> !other.equals(key))
                    .flatMap(other -> lastProgress(other).stream())
                    .findFirst()
                    .map(found -> asOf(found, since));
        }
        return isRefused() ? Optional.empty() : lastProgress(key);
    }

    @Override
    public boolean has(Task task) throws InterruptedException {
        if (isRefused()) {
            world.invariants().lookedInVain();
            return false;
        }
        boolean there = records(Topics.OUTCOMES, task.id().value()).stream().anyMatch(record -> isOf(task, record));
        world.invariants().looked();
        if (there) {
            world.journal().note(Happening.FOUND_CONCLUDED, task.key() + " attempt " + task.attempt());
        }
        return there;
    }

    private boolean isRefused() throws InterruptedException {
        try {
            line.call();
        } catch (KafkaException refused) {
            return true;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("while looking back");
        }
        return false;
    }

    private Optional<Progress> lastProgress(RequestKey key) {
        List<ConsumerRecord<byte[], byte[]>> all = records(Topics.PROGRESS, key.digest());
        return all.isEmpty() || all.getLast().value() == null
                ? Optional.empty()
                : read(all.getLast().value(), Progress.class);
    }

    private static Progress asOf(Progress found, Instant arrivedAt) {
        return new Progress(
                found.v(),
                found.tenant(),
                found.id(),
                found.attempt(),
                found.delivery(),
                arrivedAt,
                found.chains(),
                found.at(),
                found.alone(),
                Map.of());
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic, String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        for (int partition = 0; partition < VirtualBroker.PARTITIONS; partition++) {
            world.broker().log(topic, partition).read(0, Integer.MAX_VALUE).records().stream()
                    .filter(record -> Arrays.equals(record.key(), bytes))
                    .forEach(found::add);
        }
        return found;
    }

    /** Notices are not outcomes, and other tenants use the same ids. */
    private static boolean isOf(Task task, ConsumerRecord<byte[], byte[]> record) {
        return read(record.value(), Outcome.class)
                .map(Outcome::asked)
                .filter(asked -> asked.key().equals(task.key())
                        && asked.attempt() == task.attempt()
                        && asked.arrivedAt().equals(task.arrivedAt()))
                .isPresent();
    }

    private static <T> Optional<T> read(byte[] value, Class<T> kind) {
        try {
            return Optional.of(Json.read(value, kind));
        } catch (UnreadableException another) {
            return Optional.empty();
        }
    }
}

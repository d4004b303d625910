package dev.ponder.autoscaler.pool;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.scaling.observation.Objective;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pool and the classes of its work. What is beyond a tenant's share is a class of its own with the loosest promise of all, since it is
 * taken when nobody else has work.
 *
 * @param id its name
 * @param classes tightest first
 */
public record ServedPool(PoolId id, List<ServedClass> classes) {

    public ServedPool {
        requireNonNull(id, "id is null");
        classes = List.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("pool " + id + " has no classes");
        }
    }

    /** Reads a pool's settings. */
    public static ServedPool of(String name, PoolConfig config) {
        PoolId id = new PoolId(name);
        Stream<ServedClass> classes = Stream.of(SloClass.values()).map(slo -> served(id, slo, config));
        ServedClass last = served(id, SloClass.BATCH, config);
        ServedClass surplus = new ServedClass(
                Topics.surplus(id),
                new Objective(
                        ServedClass.SURPLUS,
                        last.objective().firstToken(),
                        last.objective().perToken()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new ServedPool(id, Stream.concat(classes, Stream.of(surplus)).toList());
    }

    /** Where its work waits. */
    public List<String> topics() {
        return classes.stream().map(ServedClass::topic).toList();
    }

    private static ServedClass served(PoolId id, SloClass slo, PoolConfig config) {
        Optional<ClassConfig> own = Optional.ofNullable(config.classes().get(slo));
        Duration firstToken = own.flatMap(ClassConfig::firstToken).orElse(firstToken(slo));
        Duration perToken = own.flatMap(ClassConfig::perToken).orElse(perToken(slo));
        return new ServedClass(
                Topics.work(id, slo),
                new Objective(slo.wire(), firstToken, perToken),
                own.flatMap(ClassConfig::inputTokens),
                own.flatMap(ClassConfig::outputTokens),
                due(slo, config));
    }

    /**
     * Within which time a class's requests are to be done, where its work is planned by that: batch work, and every class of which it is
     * said. Batch work of which it is not said is done before its first token was promised.
     */
    public static Optional<Duration> due(SloClass slo, PoolConfig config) {
        if (config.policies().deadlineBatch().isEmpty()) {
            return Optional.empty();
        }
        Optional<ClassConfig> own = Optional.ofNullable(config.classes().get(slo));
        return own.flatMap(ClassConfig::due)
                .or(() -> slo == SloClass.BATCH
                        ? Optional.of(own.flatMap(ClassConfig::firstToken).orElse(firstToken(slo)))
                        : Optional.empty());
    }

    private static Duration firstToken(SloClass slo) {
        return switch (slo) {
            case INTERACTIVE -> Duration.ofSeconds(5);
            case STANDARD -> Duration.ofMinutes(1);
            case BATCH -> Duration.ofHours(1);
        };
    }

    private static Duration perToken(SloClass slo) {
        return switch (slo) {
            case INTERACTIVE -> Duration.ofMillis(50);
            case STANDARD -> Duration.ofMillis(100);
            case BATCH -> Duration.ofMillis(200);
        };
    }
}

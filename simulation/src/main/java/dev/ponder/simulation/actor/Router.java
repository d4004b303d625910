package dev.ponder.simulation.actor;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.router.admission.AdmissionGate;
import dev.ponder.router.classification.RulesClassifier;
import dev.ponder.router.ingress.Routing;
import dev.ponder.router.ingress.RoutingMeters;
import dev.ponder.router.lookup.Lookup;
import dev.ponder.router.orders.OrderDesk;
import dev.ponder.router.orders.OrderMeters;
import dev.ponder.router.planning.Planner;
import dev.ponder.router.planning.WavesRule;
import dev.ponder.router.sharing.FairSharing;
import dev.ponder.simulation.broker.VirtualBroker;
import dev.ponder.simulation.time.Fiber;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The way in: has the shipped routing and order desk decide, many records at once, and starts anew where the broker refuses it. */
public final class Router implements Life.Body {

    private static final String GROUP = "ponder-router";
    private static final double COMMITS = 0.5;

    private final World world;
    private final Life life;

    /** A router with default settings. */
    public Router(World world) {
        this.world = world;
        this.life = new Life(world, "router", this);
    }

    /** Its life. */
    public Life life() {
        return life;
    }

    @Override
    public void run(Line line) {
        MeterRegistry meters = new SimpleMeterRegistry();
        Handover dispatch = new Handover(world, line);
        Set<TenantId> tenants = Set.copyOf(World.TENANTS);
        Routing routing = new Routing(
                new AdmissionGate(Settings.SHIPPED, tenants, world.clock()),
                new RulesClassifier(),
                (_, _) -> new Lookup.NotFound("not_asked"),
                new Planner(Settings.OnePool.MAIN, WavesRule.ONE_CHAIN),
                new FairSharing(Long.MAX_VALUE, Map.of(), world.clock()),
                dispatch,
                new RoutingMeters(meters),
                world.clock());
        OrderDesk desk = new OrderDesk(tenants, dispatch, new OrderMeters(meters));
        List<Runnable> reading = new ArrayList<>();
        for (TenantId tenant : World.TENANTS) {
            for (int partition = 0; partition < VirtualBroker.PARTITIONS; partition++) {
                reading.add(reading(Topics.requests(tenant), partition, one -> routing.route(one, Span.getInvalid())));
                reading.add(reading(Topics.control(tenant), partition, one -> desk.take(one, Span.getInvalid())));
            }
        }
        while (true) {
            line.crashPoint();
            reading.forEach(Runnable::run);
            line.pause(world.between(20, 600));
        }
    }

    private Runnable reading(String topic, int partition, Function<ConsumerRecord<byte[], byte[]>, Uni<Void>> way) {
        Intake intake = new Intake(world, GROUP, new TopicPartition(topic, partition));
        return () -> {
            intake.read().records().forEach(record -> life.begin(() -> take(record, intake, way)));
            if (world.chance(COMMITS)) {
                intake.commit();
            }
        };
    }

    private void take(
            ConsumerRecord<byte[], byte[]> record,
            Intake intake,
            Function<ConsumerRecord<byte[], byte[]>, Uni<Void>> way) {
        try {
            way.apply(record).await().indefinitely();
            intake.done(record);
        } catch (
                KafkaException
                        refused) { // As the shipped channel: what can't be written stops it, and the service starts
            // anew.
            throw life.crashHere();
        } catch (CompletionException wrapped) { // What is waited for may run on this very line, and so may its crash.
            if (wrapped.getCause() instanceof Fiber.Killed killed) {
                throw killed;
            }
            throw wrapped;
        }
    }

    @Override
    public void forget() {
        // Where it had read to; the committed offsets say from where it goes on.
    }
}

package dev.ponder.router.settlement;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.decision.Settler;
import dev.ponder.router.settlement.relay.KafkaClients;
import dev.ponder.router.settlement.relay.LoopPulse;
import dev.ponder.router.settlement.relay.RelaySettings;
import dev.ponder.router.settlement.relay.SessionFactory;
import dev.ponder.router.settlement.relay.SettlementLoop;
import dev.ponder.router.settlement.relay.SettlementMeters;
import dev.ponder.router.settlement.rescue.QueueProgress;
import dev.ponder.router.settlement.rescue.RescueLoop;
import dev.ponder.router.settlement.rescue.RescueTurn;
import dev.ponder.router.settlement.rescue.WorkCutter;
import dev.ponder.tracing.RecordTrace;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Starts settlement with the service and stops it with the service. The rim: puts the parts together, decides nothing. */
@Singleton
public final class SettlementLifecycle {

    private static final Logger LOGGER = Logger.getLogger(SettlementLifecycle.class);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LoopPulse pulse;
    private final SettlementLoop loop;
    private final Thread thread;
    private final RescueLoop rescue;
    private final Thread rescueThread;

    /**
     * Puts settlement together; it starts with the service.
     *
     * @param kafka what all Kafka clients of the service share, {@code kafka.*}
     */
    SettlementLifecycle(
            SettlementConfig config,
            LivenessConfig liveness,
            PriceConfig prices,
            @ConfigProperty(name = "ponder.tenants", defaultValue = "default") List<String> tenants,
            @ConfigProperty(name = "ponder.pools", defaultValue = "main") List<String> pools,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            OpenTelemetry telemetry,
            MeterRegistry meters) {
        Ticker ticker = Ticker.system();
        RelaySettings settings = settings(config, kafka);
        Set<TenantId> served = tenants.stream().map(TenantId::new).collect(Collectors.toUnmodifiableSet());
        Set<PoolId> priced = pools.stream().map(PoolId::new).collect(Collectors.toUnmodifiableSet());
        this.pulse = new LoopPulse(ticker);
        Gauge.builder(
                        Meters.SETTLEMENT_SILENCE,
                        pulse,
                        one -> one.sinceLastGoodTurn().toNanos() / NANOS_PER_SECOND)
                .baseUnit("seconds")
                .register(meters);
        SettlementMeters settlementMeters = new SettlementMeters(meters, priced);
        KafkaClients clients = new KafkaClients(settings);
        this.rescue = new RescueLoop(
                clients,
                new RescueTurn(
                        clients,
                        new QueueProgress(liveness.queueAdapter(), liveness.queueGroup()),
                        new WorkCutter(config.group()),
                        ticker));
        this.rescueThread = Thread.ofPlatform().name("rescue").unstarted(rescue);
        SessionFactory sessions = new SessionFactory(
                clients,
                settings,
                new Settler(served, prices.priceList(), config.maxResultBytes()),
                new RecordTrace(telemetry),
                settlementMeters,
                liveness.rules(config.remember()),
                rescue,
                ticker);
        this.loop = new SettlementLoop(sessions, pulse);
        this.thread = Thread.ofPlatform().name("settlement").unstarted(loop);
    }

    private static RelaySettings settings(SettlementConfig config, Map<String, Object> kafka) {
        return new RelaySettings(
                kafka,
                config.guarantee(),
                config.group(),
                config.transactionalId(),
                config.transactionTimeout(),
                config.sessionTimeout(),
                config.maxPollRecords(),
                config.remember());
    }

    void start(@Observes StartupEvent started) {
        thread.start();
        rescueThread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        loop.stop();
        rescue.stop();
        if (!thread.join(PATIENCE)) {
            LOGGER.warnf("settlement did not end within %s; what it left open is aborted", PATIENCE);
        }
        if (!rescueThread.join(PATIENCE)) {
            LOGGER.warnf("rescue did not end within %s; what it had found is found again", PATIENCE);
        }
    }

    /** The loop's sign of life. */
    LoopPulse pulse() {
        return pulse;
    }
}

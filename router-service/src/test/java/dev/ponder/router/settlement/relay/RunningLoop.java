package dev.ponder.router.settlement.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.decision.Settler;
import dev.ponder.router.settlement.liveness.LivenessRules;
import dev.ponder.router.settlement.rescue.QueueAdapter;
import dev.ponder.router.settlement.rescue.QueueProgress;
import dev.ponder.router.settlement.rescue.RescueLoop;
import dev.ponder.router.settlement.rescue.RescueTurn;
import dev.ponder.router.settlement.rescue.WorkCutter;
import dev.ponder.tracing.RecordTrace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.Set;

/** A settlement loop in a thread of its own, put together as the service does it. */
final class RunningLoop {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LoopPulse pulse;
    private final SettlementLoop loop;
    private final Thread thread;
    private final RescueLoop rescue;
    private final Thread rescueThread;

    RunningLoop(RelaySettings settings, Clients clients, Settler settler, Ticker ticker) {
        this.pulse = new LoopPulse(ticker);
        SettlementMeters meters = new SettlementMeters(registry, Set.of(new PoolId("main")));
        RecordTrace trace = new RecordTrace(OpenTelemetry.noop());
        this.rescue = new RescueLoop(
                clients,
                new RescueTurn(
                        clients,
                        new QueueProgress(QueueAdapter.SHARE_GROUP, "ponder-reasoner"),
                        new WorkCutter(settings.group()),
                        ticker));
        LivenessRules rules =
                new LivenessRules(2, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(30));
        SessionFactory sessions = new SessionFactory(clients, settings, settler, trace, meters, rules, rescue, ticker);
        this.loop = new SettlementLoop(sessions, pulse);
        this.rescueThread = Thread.ofPlatform().name("rescue-test").start(rescue);
        this.thread = Thread.ofPlatform().name("settlement-test").start(loop);
    }

    LoopPulse pulse() {
        return pulse;
    }

    double counted(String outcome) {
        return registry.counter(Meters.SETTLED, Meters.TAG_OUTCOME, outcome).count();
    }

    double cost(String tenant) {
        return registry.counter(Meters.COST, Meters.TAG_POOL, "main", Meters.TAG_TENANT, tenant)
                .count();
    }

    void stop() throws InterruptedException {
        loop.stop();
        rescue.stop();
        assertThat(rescueThread.join(Duration.ofSeconds(30))).isTrue();
        assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    }
}

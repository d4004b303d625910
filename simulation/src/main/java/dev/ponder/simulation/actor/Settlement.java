package dev.ponder.simulation.actor;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.router.settlement.decision.PriceList;
import dev.ponder.router.settlement.decision.Settler;
import dev.ponder.router.settlement.decision.Tariff;
import dev.ponder.router.settlement.liveness.LivenessRules;
import dev.ponder.router.settlement.relay.LoopPulse;
import dev.ponder.router.settlement.relay.RelaySettings;
import dev.ponder.router.settlement.relay.SessionFactory;
import dev.ponder.router.settlement.relay.SettlementLoop;
import dev.ponder.router.settlement.relay.SettlementMeters;
import dev.ponder.simulation.check.Happening;
import dev.ponder.simulation.client.VirtualClients;
import dev.ponder.tracing.RecordTrace;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Settles under the guarantee of the seed, by the shipped sessions over virtual clients: what fails ends a session, and another goes on. */
public final class Settlement implements Life.Body {

    static final String GROUP = "ponder-settlement";

    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SESSION = Duration.ofSeconds(6);
    /** A sixth of what ships, so that a run sees what is told to the register again. */
    private static final Duration REMEMBER = Duration.ofMinutes(10);

    private static final Duration FADES = Duration.ofSeconds(20);
    private static final LivenessRules RULES =
            new LivenessRules(3, Duration.ofSeconds(3), Duration.ofSeconds(5), FADES);
    private static final LivenessRules LATE_RULES =
            new LivenessRules(3, Duration.ofMinutes(1), Duration.ofSeconds(5), FADES);
    private static final int MAX_RESULT_BYTES = 1_000_000;
    private static final int MOST_RECORDS = 500;

    private final World world;
    private final Life life;
    private final Rescues rescues;
    private final SettlementMeters meters;

    /** One of the routers that settle, with the rescue that works for it. */
    public Settlement(World world, String name, MeterRegistry registry) {
        this.world = world;
        this.life = new Life(world, name, this);
        this.rescues = new Rescues(world, name + "-rescue");
        this.meters = new SettlementMeters(registry, Set.of(new PoolId("main")));
    }

    /** Its life. */
    public Life life() {
        return life;
    }

    /** The life of the rescue. */
    public Life rescueLife() {
        return rescues.life();
    }

    @Override
    public void run(Line line) {
        VirtualClients clients = line.clients();
        SettlementLoop loop = new SettlementLoop(sessions(clients), new LoopPulse(world.clock()));
        while (true) {
            try {
                loop.session();
            } catch (RuntimeException failed) { // As at the top of the shipped loop, but that its pause is virtual.
                world.journal().note(Happening.REFUSED, life.name() + " begins a new session: " + failed.getMessage());
                line.pause(world.between(100, 5_000));
            }
        }
    }

    private SessionFactory sessions(VirtualClients clients) {
        Tariff tariff = new Tariff(new BigDecimal("0.60"), new BigDecimal("2.40"), "USD");
        RelaySettings settings = new RelaySettings(
                Map.of(), world.guarantee(), GROUP, life.name(), TRANSACTION_TIMEOUT, SESSION, MOST_RECORDS, REMEMBER);
        return new SessionFactory(
                clients,
                settings,
                new Settler(Set.copyOf(World.TENANTS), new PriceList(tariff, Map.of()), MAX_RESULT_BYTES),
                new RecordTrace(OpenTelemetry.noop()),
                meters,
                world.flaw() == Flaw.DEADLINES_PASS ? LATE_RULES : RULES,
                rescues,
                world.clock());
    }

    @Override
    public void forget() {
        // What is committed says from where a new session goes on.
    }
}

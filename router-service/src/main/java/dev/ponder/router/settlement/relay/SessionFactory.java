package dev.ponder.router.settlement.relay;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.decision.Settler;
import dev.ponder.router.settlement.liveness.LivenessRules;
import dev.ponder.router.settlement.liveness.Rescue;
import dev.ponder.router.settlement.liveness.Watch;
import dev.ponder.router.settlement.register.CoPartitioning;
import dev.ponder.router.settlement.register.Ledger;
import dev.ponder.router.settlement.register.RegisterReader;
import dev.ponder.tracing.RecordTrace;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;

/** Opens sessions. The settlement thread alone. */
public final class SessionFactory {

    /** Beyond its time-out a dead router's transaction is still open until the coordinator looks (every 10 s by default). */
    private static final Duration REGISTER_SLACK = Duration.ofSeconds(50);

    private final Clients clients;
    private final RelaySettings settings;
    private final BatchDecider decider;
    private final OutgoingRecords records;
    private final Outlets outlets;
    private final SettlementMeters meters;
    private final LivenessRules liveness;
    private final Rescue rescue;
    private final Ticker ticker;

    /**
     * Opens sessions that settle by {@code settler} over {@code clients}.
     *
     * @param liveness when work counts as nobody's
     * @param rescue does what has to be done about such work
     */
    public SessionFactory(
            Clients clients,
            RelaySettings settings,
            Settler settler,
            RecordTrace trace,
            SettlementMeters meters,
            LivenessRules liveness,
            Rescue rescue,
            Ticker ticker) {
        this.clients = clients;
        this.settings = settings;
        this.outlets = new Outlets(settler.tenants(), ticker);
        this.decider = new BatchDecider(
                settler, new GivenUpWork(new WorkRecords(clients::register), ticker), outlets, trace, ticker);
        this.records = new OutgoingRecords(new ResultHeaders(trace), outlets);
        this.meters = meters;
        this.liveness = liveness;
        this.rescue = rescue;
        this.ticker = ticker;
    }

    Admin admin() {
        return clients.admin();
    }

    /** Comes before the session, so that a former transaction of this router is decided before it reads. */
    Publication publication() {
        return switch (settings.guarantee()) {
            case EXACTLY_ONCE -> ExactlyOnce.open(clients.producer(), records);
            case AT_LEAST_ONCE -> new AtLeastOnce(clients.producer(), records, meters);
        };
    }

    /** Opens a session; throws if the topics don't fit, before anything is read or written. */
    SettlementSession open(Admin admin, Publication publication, LoopPulse pulse) {
        CoPartitioning.require(admin);
        outlets.begin(admin);
        Ledger ledger = new Ledger(new RegisterReader(
                admin,
                clients::register,
                ticker,
                settings.remember(),
                settings.transactionTimeout().plus(REGISTER_SLACK),
                pulse::beat));
        Lookout lookout = new Lookout(new Watch(liveness), rescue, meters, ticker);
        return new SettlementSession(clients.outcomes(), publication, ledger, decider, meters, lookout, ticker);
    }
}

package dev.ponder.router.settlement.relay;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.liveness.Rescue;
import dev.ponder.router.settlement.liveness.Watch;
import dev.ponder.router.settlement.register.Ledger;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;

/** Has work under way looked at, once a second, by the thread that knows it. The settlement thread alone. */
final class Lookout {

    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final Watch watch;
    private final Rescue rescue;
    private final SettlementMeters meters;
    private final Ticker ticker;
    private long lookedNanos;

    Lookout(Watch watch, Rescue rescue, SettlementMeters meters, Ticker ticker) {
        this.watch = watch;
        this.rescue = rescue;
        this.meters = meters;
        this.ticker = ticker;
        this.lookedNanos = ticker.nanos();
    }

    void look(Ledger ledger, Consumer<byte[], byte[]> outcomes) {
        long nanos = ticker.nanos();
        if (nanos - lookedNanos >= EVERY_NANOS) {
            lookedNanos = nanos;
            meters.underWay(ledger.underWay().values(), ticker.now());
            rescue.carryOut(watch.look(ledger.underWay(), rescue.fronts(), hasHeardAll(outcomes), ticker.now()));
        }
    }

    /** What is under way is another session's to show from now on. */
    void end() {
        meters.underWay(List.of(), ticker.now());
    }

    /** Whether nothing waits to be read: an outcome that is on its way must not look like none. */
    private static boolean hasHeardAll(Consumer<byte[], byte[]> outcomes) {
        return outcomes.assignment().stream()
                .allMatch(partition -> outcomes.currentLag(partition).orElse(1L) == 0);
    }
}

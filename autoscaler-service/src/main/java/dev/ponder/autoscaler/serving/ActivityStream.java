package dev.ponder.autoscaler.serving;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.scaler.wire.IsActiveResponse;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One caller that wants to hear when a pool wakes. It is told what changes, and that a pool is awake again and again, because whoever hears
 * it once may fail to act on it. Nothing is told that nobody knows. Any thread.
 */
final class ActivityStream {

    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final ServerCallStreamObserver<IsActiveResponse> caller;
    private final Ticker ticker;
    private @Nullable Boolean told;
    private long toldNanos;

    ActivityStream(ServerCallStreamObserver<IsActiveResponse> caller, Ticker ticker) {
        this.caller = caller;
        this.ticker = ticker;
    }

    void tell(Activity activity) {
        switch (activity) {
            case Activity.Active _ -> tell(true);
            case Activity.Idle _ -> tell(false);
            case Activity.Unknown _ -> {}
        }
    }

    synchronized void end() {
        if (!caller.isCancelled()) {
            caller.onCompleted();
        }
    }

    private synchronized void tell(boolean active) {
        long now = ticker.nanos();
        boolean changed = told == null || told != active;
        boolean due = active && now - toldNanos >= AGAIN.toNanos();
        if ((changed || due) && !caller.isCancelled()) {
            told = active;
            toldNanos = now;
            caller.onNext(IsActiveResponse.newBuilder().setResult(active).build());
        }
    }
}

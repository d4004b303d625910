package dev.ponder.workqueue.slot;

import dev.ponder.workqueue.HandOffHook;
import dev.ponder.workqueue.Room;
import dev.ponder.workqueue.WorkHold;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hold of one running job: the slot's thread moves it, the worker's reads it and registers hooks. */
final class LiveHold implements WorkHold {

    private enum Holding {
        HELD,
        HANDED_OFF,
        FENCED
    }

    private final Room room;
    private volatile Holding holding = Holding.HELD;
    private volatile @Nullable HandOffHook handOffHook;
    /** Guarded by this, so that a hook registered while the record is lost runs once, on one of the two threads. */
    private @Nullable Runnable fencedHook;

    LiveHold(Room room) {
        this.room = room;
    }

    @Override
    public void needsRoom(int size) {
        room.shrinkTo(size);
    }

    @Override
    public boolean growsTo(int size) throws InterruptedException {
        return room.growTo(size);
    }

    @Override
    public boolean fenced() {
        return holding == Holding.FENCED;
    }

    @Override
    public boolean handedOff() {
        return holding == Holding.HANDED_OFF;
    }

    boolean held() {
        return holding == Holding.HELD;
    }

    @Override
    public void onHandOff(HandOffHook hook) {
        handOffHook = hook;
    }

    Optional<HandOffHook> handOffHook() {
        return Optional.ofNullable(handOffHook);
    }

    @Override
    public void onFenced(Runnable hook) {
        synchronized (this) {
            if (!fenced()) {
                fencedHook = hook;
                return;
            }
        }
        hook.run();
    }

    void handOff() {
        holding = Holding.HANDED_OFF;
    }

    void fence() {
        Runnable hook;
        synchronized (this) {
            holding = Holding.FENCED;
            hook = fencedHook;
            fencedHook = null;
        }
        if (hook != null) {
            hook.run();
        }
    }
}

package dev.ponder.simulation.actor;

import dev.ponder.workqueue.HandOffHook;
import dev.ponder.workqueue.WorkHold;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A slot's grip on its record, as the worker sees it. */
final class Hold implements WorkHold {

    private boolean fenced;
    private boolean handedOff;
    private @Nullable HandOffHook handOff;
    private @Nullable Runnable fencing;

    boolean held() {
        return !fenced && !handedOff;
    }

    Optional<HandOffHook> handOffHook() {
        return Optional.ofNullable(handOff);
    }

    void handOff() {
        handedOff = true;
    }

    void fence() {
        fenced = true;
        if (fencing != null) {
            fencing.run();
        }
    }

    @Override
    public boolean fenced() {
        return fenced;
    }

    @Override
    public boolean handedOff() {
        return handedOff;
    }

    @Override
    public void onHandOff(HandOffHook hook) {
        handOff = hook;
    }

    @Override
    public void needsRoom(int size) {
        // Room is not what is tried here.
    }

    @Override
    public boolean growsTo(int size) {
        return true;
    }

    @Override
    public void onFenced(Runnable hook) {
        fencing = hook;
    }
}

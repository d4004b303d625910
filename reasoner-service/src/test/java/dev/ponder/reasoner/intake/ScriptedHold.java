package dev.ponder.reasoner.intake;

import dev.ponder.workqueue.HandOffHook;
import dev.ponder.workqueue.WorkHold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hold that a test moves by hand, as a slot would. */
final class ScriptedHold implements WorkHold {

    final List<Integer> sizes = new ArrayList<>();
    private @Nullable HandOffHook handOff;
    private @Nullable Runnable fencing;
    private volatile boolean handedOff;
    private volatile boolean fenced;

    void handOff() throws Exception {
        if (handOff == null) {
            throw new IllegalStateException("no hook");
        }
        handOff.secure();
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
        sizes.add(size);
    }

    @Override
    public boolean growsTo(int size) {
        sizes.add(size);
        return true;
    }

    @Override
    public void onFenced(Runnable hook) {
        fencing = hook;
    }
}

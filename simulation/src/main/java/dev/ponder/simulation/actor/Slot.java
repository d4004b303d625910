package dev.ponder.simulation.actor;

import dev.ponder.simulation.broker.ShareQueue;
import dev.ponder.simulation.check.Happening;
import dev.ponder.simulation.time.Fiber;
import dev.ponder.workqueue.HandOffHook;
import dev.ponder.workqueue.Payload;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.WorkRef;
import dev.ponder.workqueue.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the shipped slot does around one record, by events instead of a thread that watches: it renews the lock, hands off what lasts,
 * notices what is lost, and settles.
 */
final class Slot {

    private static final Duration RENEW = Duration.ofSeconds(3);
    private static final Duration HAND_OFF = Duration.ofSeconds(15);
    private static final double LINGERS = 0.3;

    private final World world;
    private final Life life;
    private final Line line;
    private final ShareQueue.Grip grip;
    private final Consumer<Slot> ended;
    private final Hold hold = new Hold();
    private @Nullable Fiber fiber;
    private boolean over;

    Slot(World world, Life life, Line line, ShareQueue.Grip grip, Consumer<Slot> ended) {
        this.world = world;
        this.life = life;
        this.line = line;
        this.grip = grip;
        this.ended = ended;
    }

    void begin(Worker worker) {
        world.agenda().after(RENEW, this::renew);
        world.agenda().after(HAND_OFF, this::handOff);
        life.begin(() -> {
            fiber = Fiber.current();
            work(worker);
        });
    }

    private void work(Worker worker) {
        if (world.flaw() == Flaw.DONE_TOO_SOON) {
            var _ = world.queue().accept(grip);
        }
        Verdict verdict = verdict(worker);
        line.pause(world.between(0, 5));
        settle(verdict);
        over = world.flaw() != Flaw.NEVER_DONE;
        ended.accept(this);
    }

    private Verdict verdict(Worker worker) {
        try {
            return worker.work(item(), hold);
        } catch (InterruptedException
                | RuntimeException failed) { // As the shipped run of a worker: it costs this record a try.
            return Verdict.release("failed");
        }
    }

    private void settle(Verdict verdict) {
        if (!hold.held() || world.flaw() == Flaw.NEVER_DONE) {
            return;
        }
        switch (verdict) {
            case Verdict.Done _, Verdict.Reject _ -> {
                if (!world.queue().accept(grip)) {
                    lose();
                }
            }
            case Verdict.Release _ -> world.queue().release(grip);
        }
    }

    private boolean isOver() {
        return over || !line.lives() || !hold.held();
    }

    private void renew() {
        if (isOver()) {
            return;
        }
        if (line.beats() && !world.queue().renew(grip)) {
            lose();
            return;
        }
        world.agenda().after(RENEW, this::renew);
    }

    private void handOff() {
        if (isOver()) {
            return;
        }
        if (line.beats()) {
            hold.handOffHook().ifPresent(this::letGo);
        }
        world.agenda().after(RENEW, this::handOff);
    }

    private void letGo(HandOffHook hook) {
        if (!world.queue().renew(grip)) {
            lose();
            return;
        }
        try {
            hook.secure();
        } catch (Exception notWritten) { // Foreign code, as to the shipped slot: the record is held on and it is tried
            // again.
            return;
        }
        if (world.queue().accept(grip)) {
            world.journal().note(Happening.HANDED_OFF, "work " + grip.record().offset());
            hold.handOff();
        } else {
            lose();
        }
    }

    private void lose() {
        world.journal().note(Happening.LOST_HOLD, "work " + grip.record().offset());
        hold.fence();
        noticeInterruption();
    }

    /** Lets a thought notice that it was stopped. */
    void noticeInterruption() {
        Fiber working = fiber;
        if (working != null && line.beats()) {
            working.wakeIfInterrupted();
        }
    }

    /** The broker lets go of its record when the connection ends, or by the lock. */
    void die() {
        if (hold.held() && !world.chance(LINGERS)) {
            world.queue().release(grip);
        }
    }

    private WorkItem item() {
        ConsumerRecord<byte[], byte[]> record = grip.record();
        return new WorkItem(
                new WorkRef(record.topic(), record.partition(), record.offset()),
                Payload.of(record.key()),
                Payload.of(record.value()),
                List.of(),
                Instant.ofEpochMilli(record.timestamp()),
                grip.deliveries());
    }
}

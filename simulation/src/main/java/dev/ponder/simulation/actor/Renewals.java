package dev.ponder.simulation.actor;

import dev.ponder.simulation.time.Agenda;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A timer that runs on the agenda, for what repeats; of the many methods of a timer, those that the shipped code calls. */
final class Renewals {

    private Renewals() {}

    /** A timer whose tasks end with its process, and wait while it stands still. */
    static ScheduledExecutorService timer(Agenda agenda, Line line) {
        return (ScheduledExecutorService) Proxy.newProxyInstance(
                Renewals.class.getClassLoader(),
                new Class<?>[] {ScheduledExecutorService.class},
                (_, method, arguments) -> {
                    if (!method.getName().equals("scheduleAtFixedRate")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    Duration period = Duration.of((long) arguments[2], ((TimeUnit) arguments[3]).toChronoUnit());
                    Repeating repeating = new Repeating(agenda, (Runnable) arguments[0], period, line);
                    repeating.next();
                    return repeating.future();
                });
    }

    private static final class Repeating {
        private final Agenda agenda;
        private final Runnable task;
        private final Duration period;
        private final Line line;
        private boolean cancelled;

        Repeating(Agenda agenda, Runnable task, Duration period, Line line) {
            this.agenda = agenda;
            this.task = task;
            this.period = period;
            this.line = line;
        }

        void next() {
            agenda.after(period, () -> {
                if (!cancelled && line.lives()) {
                    if (line.beats()) {
                        task.run();
                    }
                    next();
                }
            });
        }

        ScheduledFuture<?> future() {
            return (ScheduledFuture<?>) Proxy.newProxyInstance(
                    Renewals.class.getClassLoader(), new Class<?>[] {ScheduledFuture.class}, (_, method, _) -> {
                        if (!method.getName().equals("cancel")) {
                            throw new UnsupportedOperationException(method.getName());
                        }
                        cancelled = true;
                        return true;
                    });
        }
    }
}

package dev.ponder.scaling.decision;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * A floor at set hours, for what is known before it is asked.
 *
 * @param windows when, and how many
 * @param zone whose clock they are told by
 */
public record Schedule(List<Window> windows, ZoneId zone) implements ScalingPolicy {

    /** What it is called. */
    public static final String NAME = "schedule";

    /**
     * A time of the week.
     *
     * @param days on which it begins
     * @param from its beginning
     * @param to its end; before {@code from} it ends the day after
     * @param replicas at least
     */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to, int replicas) {
        public Window {
            days = Set.copyOf(days);
            requireNonNull(from, "from is null");
            requireNonNull(to, "to is null");
            if (from.equals(to) || replicas < 0) {
                throw new IllegalArgumentException(
                        "a window has a length and replicas: %s to %s, %d".formatted(from, to, replicas));
            }
        }

        private boolean holds(ZonedDateTime now) {
            LocalTime time = now.toLocalTime();
            if (from.isBefore(to)) {
                return days.contains(now.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
            }
            DayOfWeek began = time.isBefore(to) ? now.getDayOfWeek().minus(1) : now.getDayOfWeek();
            return days.contains(began) && (!time.isBefore(from) || time.isBefore(to));
        }
    }

    public Schedule {
        windows = List.copyOf(windows);
        requireNonNull(zone, "zone is null");
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A window counts as begun by the time that a replica asked for now is warm. */
    @Override
    public Proposal propose(Situation situation) {
        Instant now = situation.seen().at();
        Instant warm = now.plus(situation.coldStart());
        int replicas = Math.max(floor(now), floor(warm));
        return replicas == 0
                ? new Proposal.Silent("no window is open")
                : new Proposal.AtLeast(replicas, "the schedule keeps %d replicas".formatted(replicas));
    }

    private int floor(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return windows.stream()
                .filter(window -> window.holds(local))
                .mapToInt(Window::replicas)
                .max()
                .orElse(0);
    }
}

package dev.ponder.autoscaler.pool;

import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/** A time of the week at which replicas are kept ready; they are asked for a cold start before it. */
public interface WindowConfig {

    /** The days on which it begins, with commas. */
    @WithDefault("monday,tuesday,wednesday,thursday,friday,saturday,sunday")
    Set<DayOfWeek> days();

    /** Its beginning, as {@code 08:00}. */
    @WithConverter(TimeOfDay.class)
    LocalTime from();

    /** Its end; before {@code from} it ends the day after. */
    @WithConverter(TimeOfDay.class)
    LocalTime to();

    /** How many replicas at least. */
    int replicas();
}

package dev.ponder.autoscaler.pool;

import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;
import java.util.Map;

/** Floors at set hours; none without windows. */
public interface ScheduleConfig {

    /** Whose clock the windows are told by, as {@code Europe/Berlin}. */
    @WithDefault("UTC")
    @WithConverter(ZoneName.class)
    ZoneId zone();

    /** The windows, by any name. Where several are open the largest counts. */
    Map<String, WindowConfig> windows();
}

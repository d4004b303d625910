package dev.ponder.triton.shard.metrics;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;

/**
 * The machine that a shard runs on: its real processor and memory, since none are simulated.
 *
 * @param now what the wall clock shows
 * @param cpu the share of the processors that works, 0 to 1
 * @param memoryBytes the memory there is
 * @param usedBytes of it in use
 * @param heapBytes of it held by this program's objects
 */
public record Host(Instant now, double cpu, long memoryBytes, long usedBytes, long heapBytes) {

    /** Looks. */
    public static Host at(Instant now) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Host(
                now,
                Math.max(0, system.getCpuLoad()),
                system.getTotalMemorySize(),
                system.getTotalMemorySize() - system.getFreeMemorySize(),
                heap);
    }
}

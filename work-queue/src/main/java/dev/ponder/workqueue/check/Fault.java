package dev.ponder.workqueue.check;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with a work topic or its group.
 *
 * @param subject {@code topic NAME} or {@code group NAME}
 * @param key Kafka's key, or {@code partitions}
 * @param found its value
 * @param why what it would do to work
 * @param fix what to set instead
 */
public record Fault(String subject, String key, String found, String why, String fix) {

    public Fault {
        requireNonNull(subject, "subject is null");
        requireNonNull(key, "key is null");
        requireNonNull(found, "found is null");
        requireNonNull(why, "why is null");
        requireNonNull(fix, "fix is null");
    }

    @Override
    public String toString() {
        return subject + ": " + key + " is " + found + ", " + why + "; set it to " + fix;
    }
}

package dev.ponder.workqueue.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a work topic and its group must look like. Pure. */
final class WorkTopicRules {

    private static final String NO_LIMIT = "-1";

    private WorkTopicRules() {}

    /**
     * Judges a topic.
     *
     * @param configs its effective settings
     */
    static List<Fault> topic(String name, int partitions, Map<String, String> configs, QueueMode mode) {
        String subject = "topic " + name;
        List<Fault> faults = new ArrayList<>();
        if (mode == QueueMode.SHARE && partitions > 1) {
            faults.add(new Fault(
                    subject,
                    "partitions",
                    String.valueOf(partitions),
                    "so members would be pinned to partitions, and work would wait behind long jobs while slots idle",
                    "1 (a new topic: partitions can't be taken away)"));
        }
        expect(faults, subject, configs, "retention.ms", NO_LIMIT, "so work that waits long would be dropped");
        expect(faults, subject, configs, "retention.bytes", NO_LIMIT, "so a backlog would drop its oldest work");
        expect(
                faults,
                subject,
                configs,
                "cleanup.policy",
                "delete",
                "so work with an equal key would be dropped (with retention.ms=-1 nothing is deleted by age)");
        return faults;
    }

    /** Judges a share group by its effective settings. */
    static List<Fault> shareGroup(String name, Map<String, String> configs) {
        List<Fault> faults = new ArrayList<>();
        expect(
                faults,
                "group " + name,
                configs,
                "share.auto.offset.reset",
                "earliest",
                "so work that came before the group's first member would be skipped");
        return faults;
    }

    private static void expect(
            List<Fault> faults, String subject, Map<String, String> configs, String key, String wanted, String why) {
        String found = configs.getOrDefault(key, "not set");
        if (!found.equals(wanted)) {
            faults.add(new Fault(subject, key, found, why, wanted));
        }
    }
}

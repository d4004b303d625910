package dev.ponder.autoscaler.actuation;

/** Whether this process is the one that writes. Any thread. */
@FunctionalInterface
public interface Leadership {

    /** Whether it is, as far as it knows; writes carry the version that they are based on, should another know better. */
    boolean isLeader();

    /** Of a process that has no rival. */
    static Leadership alone() {
        return () -> true;
    }
}

package dev.ponder.cluster.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells a tally what becomes of a group's checks. Where what a class stands on fails, that is a failed check and its own are skipped, so
 * that none is forgotten. One thread.
 */
final class CheckListener implements TestExecutionListener {

    private static final int LONGEST_REASON = 1_500;

    private final Group group;
    private final Tally tally;
    private final Map<TestIdentifier, Long> begun = new HashMap<>();
    private final Map<TestIdentifier, Map<String, Double>> figures = new HashMap<>();
    private Optional<TestPlan> plan = Optional.empty();

    CheckListener(Group group, Tally tally) {
        this.group = group;
        this.tally = tally;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan begins) {
        plan = Optional.of(begins);
    }

    @Override
    public void executionStarted(TestIdentifier one) {
        begun.put(one, System.nanoTime());
    }

    @Override
    public void reportingEntryPublished(TestIdentifier one, ReportEntry entry) {
        entry.getKeyValuePairs()
                .forEach((figure, value) -> figures.computeIfAbsent(one, _ -> new LinkedHashMap<>())
                        .put(figure, Double.parseDouble(value)));
    }

    @Override
    public void executionFinished(TestIdentifier one, TestExecutionResult result) {
        if (one.isTest()) {
            add(one, name(one), outcome(result));
            return;
        }
        switch (result.getStatus()) {
            case SUCCESSFUL -> {}
            case ABORTED -> skipAllOf(one, reason(result));
            case FAILED -> {
                add(one, name(one) + ": what it stands on", new Outcome.Failed(reason(result)));
                skipAllOf(one, "what it stands on failed");
            }
        }
    }

    @Override
    public void executionSkipped(TestIdentifier one, String why) {
        if (one.isTest()) {
            add(one, name(one), new Outcome.Skipped(why));
        } else {
            skipAllOf(one, why);
        }
    }

    /** Tells of a check that nobody tried. */
    void skipped(TestIdentifier one, String why) {
        add(one, name(one), new Outcome.Skipped(why));
    }

    /** Of a class whose set-up ended it, no check was begun; of one whose cleaning failed, all were. */
    private void skipAllOf(TestIdentifier container, String why) {
        TestPlan whole = plan.orElseThrow();
        whole.getDescendants(container).stream()
                .filter(check -> isCheck(whole, check) && !begun.containsKey(check))
                .forEach(check -> add(check, name(check), new Outcome.Skipped(why)));
    }

    /** Also a check whose arguments are known only when it runs: no class, and nothing below it yet. */
    static boolean isCheck(TestPlan plan, TestIdentifier one) {
        return one.isTest()
                || (plan.getChildren(one).isEmpty() && one.getParentId().isPresent());
    }

    private void add(TestIdentifier one, String name, Outcome outcome) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun.getOrDefault(one, System.nanoTime()));
        tally.add(new Checked(group, name, outcome, took, figures.getOrDefault(one, Map.of())));
    }

    /** The class, the check, and of a check with arguments which; the engine above them has no name worth telling. */
    private String name(TestIdentifier one) {
        String own = one.getDisplayName();
        Optional<TestIdentifier> above = plan.orElseThrow()
                .getParent(one)
                .filter(parent -> parent.getParentId().isPresent());
        return above.map(parent -> name(parent) + ": " + own).orElse(own);
    }

    private static Outcome outcome(TestExecutionResult result) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> new Outcome.Held();
            case ABORTED -> new Outcome.Skipped(reason(result));
            case FAILED -> new Outcome.Failed(reason(result));
        };
    }

    private static String reason(TestExecutionResult result) {
        String why = result.getThrowable().map(CheckListener::words).orElse("no reason given");
        return why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) + "…" : why;
    }

    private static String words(Throwable thrown) {
        String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        String plain = message.replaceFirst("^Assumption failed: ", "").strip();
        return thrown instanceof AssertionError || thrown instanceof org.opentest4j.TestAbortedException
                ? plain
                : thrown.getClass().getSimpleName() + ": " + plain + where(thrown);
    }

    /** The line of ours that it came from. */
    private static String where(Throwable thrown) {
        for (StackTraceElement at : thrown.getStackTrace()) {
            if (at.getClassName().startsWith("dev.ponder.")) {
                return System.lineSeparator() + "at " + at;
            }
        }
        return "";
    }
}

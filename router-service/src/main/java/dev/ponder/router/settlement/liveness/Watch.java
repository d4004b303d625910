package dev.ponder.router.settlement.liveness;

import dev.ponder.router.settlement.decision.OpenWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at work under way, again and again, and finds what is nobody's. Work is somebody's while its record waits or is held in the
 * queue, that is until the queue's front has passed it, or while a lease runs. A record that is passed without a lease has an outcome,
 * written before it was acknowledged, unless the broker archived it: so the outcome is waited for, and what has none is an orphan. To be
 * wrong costs work done twice, never two results. Remembers suspicions; the settlement thread alone.
 */
public final class Watch {

    private final LivenessRules rules;
    /** Since when work is suspected, by digest; the attempt is part of it, since a new dispatch is a new matter. */
    private final Map<Suspect, Instant> suspects = new HashMap<>();
    /** What was found last, and when: it is found again only if nothing has come of it. */
    private final Map<Suspect, Found> found = new HashMap<>();

    private record Suspect(String digest, int attempt) {}

    /** A finding hides others of its own kind only: that work was told of again, or is to be done again, keeps no deadline waiting. */
    private record Found(Class<? extends Finding> kind, Instant at) {}

    /** Suspects nothing yet. */
    public Watch(LivenessRules rules) {
        this.rules = rules;
    }

    /**
     * Looks at all work under way.
     *
     * @param underWay by digest
     * @param allHeard whether everything that settlement was told by now is part of {@code underWay}; without that nobody is orphaned
     */
    public List<Finding> look(Map<String, OpenWork> underWay, Fronts fronts, boolean allHeard, Instant now) {
        Map<Suspect, Instant> before = Map.copyOf(suspects);
        suspects.clear();
        List<Finding> findings = new ArrayList<>();
        underWay.forEach((digest, work) -> {
            Suspect suspect = new Suspect(digest, work.attempt());
            judge(suspect, work, before.getOrDefault(suspect, now), new Sight(fronts, allHeard, now))
                    .filter(finding -> isNews(suspect, finding, now))
                    .ifPresent(finding -> {
                        found.put(suspect, new Found(finding.getClass(), now));
                        findings.add(finding);
                    });
        });
        found.keySet().retainAll(currentOf(underWay));
        return findings;
    }

    private record Sight(Fronts fronts, boolean allHeard, Instant now) {}

    private Optional<Finding> judge(Suspect suspect, OpenWork work, Instant since, Sight sight) {
        Instant now = sight.now();
        if (now.isAfter(work.deadline().plus(rules.grace()))) {
            return Optional.of(new Finding.Overdue(work));
        }
        if (isNobodys(work, sight)) {
            suspects.put(suspect, since);
            boolean orphaned = sight.allHeard() && !now.isBefore(since.plus(rules.patience()));
            return orphaned ? Optional.of(orphan(work)) : Optional.empty();
        }
        boolean fading = work.heldUntil() == null && now.isAfter(work.notedAt().plus(rules.fadesAfter()));
        return fading ? Optional.of(new Finding.Fading(work)) : Optional.empty();
    }

    private static boolean isNobodys(OpenWork work, Sight sight) {
        Instant heldUntil = work.heldUntil();
        return heldUntil == null
                ? sight.fronts().passed(work.place())
                : sight.now().isAfter(heldUntil);
    }

    private Finding orphan(OpenWork work) {
        return work.attempt() < rules.maxAttempts() ? new Finding.Orphaned(work) : new Finding.Exhausted(work);
    }

    private boolean isNews(Suspect suspect, Finding finding, Instant now) {
        Found last = found.get(suspect);
        return last == null
                || !last.kind().equals(finding.getClass())
                || now.isAfter(last.at().plus(rules.patience().multipliedBy(2)));
    }

    private static List<Suspect> currentOf(Map<String, OpenWork> underWay) {
        List<Suspect> current = new ArrayList<>(underWay.size());
        underWay.forEach((digest, work) -> current.add(new Suspect(digest, work.attempt())));
        return current;
    }
}

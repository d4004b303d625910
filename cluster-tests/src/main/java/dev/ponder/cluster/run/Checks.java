package dev.ponder.cluster.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.SiteExtension;
import java.util.Collection;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Finds a group's checks by JUnit and runs them, or tells that they were skipped. One thread. */
final class Checks {

    private final Tally tally;

    Checks(Tally tally) {
        this.tally = tally;
    }

    /** Runs groups that need no cluster, one after the other. */
    void run(Collection<Group> groups) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            run(groups, session);
        }
    }

    /** Runs groups on a cluster, one after the other. */
    void run(Collection<Group> groups, Cluster cluster) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            SiteExtension.offer(session.getStore(), cluster);
            run(groups, session);
        }
    }

    private void run(Collection<Group> groups, LauncherSession session) {
        for (Group group : groups) {
            session.getLauncher().execute(request(group), new CheckListener(group, tally));
        }
    }

    /** Tells of each check that it was skipped; one with several arguments counts once. */
    void skip(Collection<Group> groups, String why) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            for (Group group : groups) {
                TestPlan plan = session.getLauncher().discover(request(group));
                CheckListener listener = new CheckListener(group, tally);
                listener.testPlanExecutionStarted(plan);
                plan.getRoots().stream()
                        .flatMap(root -> plan.getDescendants(root).stream())
                        .filter(one -> CheckListener.isCheck(plan, one))
                        .forEach(one -> listener.skipped(one, why));
            }
        }
    }

    private static LauncherDiscoveryRequest request(Group group) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(group.packageName()))
                .configurationParameter("junit.jupiter.displayname.generator.default", Sentences.class.getName())
                .configurationParameter(
                        "junit.jupiter.testmethod.order.default", "org.junit.jupiter.api.MethodOrderer$OrderAnnotation")
                .configurationParameter(
                        "junit.jupiter.testclass.order.default", "org.junit.jupiter.api.ClassOrderer$OrderAnnotation")
                .configurationParameter("junit.jupiter.testinstance.lifecycle.default", "per_class")
                .configurationParameter("junit.jupiter.params.displayname.default", "{arguments}")
                .configurationParameter("junit.jupiter.execution.timeout.testable.method.default", "10 m")
                .configurationParameter("junit.jupiter.execution.timeout.lifecycle.method.default", "10 m")
                .build();
    }
}

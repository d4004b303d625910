package dev.ponder.cluster.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class CheckListenerTest {

    private final List<String> lines = new ArrayList<>();
    private final Tally tally = new Tally(lines::add);

    @Test
    void countsEachCheckAndTellsWhatBecameOfIt() {
        run(ToyChecks.Mixed.class);

        assertThat(tally.metrics())
                .containsEntry("checks", 4L)
                .containsEntry("failed", 1L)
                .containsEntry("skipped", 1L)
                .containsEntry("wake_s", 0.25);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("ok       loop     mixed: holds (")
                        .endsWith(" s, wake_s 0.25)"))
                .anySatisfy(line -> assertThat(line).startsWith("FAILED").contains("three pods, not two"))
                .anySatisfy(line -> assertThat(line).startsWith("skipped").contains("no KEDA"))
                .anySatisfy(
                        line -> assertThat(line).contains("takes a profile: ").contains("edge"));
    }

    @Test
    void failsOnceWhereTheGroundFailsAndForgetsNoCheckOnIt() {
        run(ToyChecks.Groundless.class);

        assertThat(tally.failed()).isOne();
        assertThat(tally.skipped()).isEqualTo(2);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("FAILED")
                        .contains("what it stands on")
                        .contains("no broker"));
    }

    @Test
    void tellsOfChecksWithArgumentsThatTheirClassWasSkipped() {
        run(ToyChecks.Unwanted.class);

        assertThat(tally.skipped()).isOne();
        assertThat(lines).singleElement().asString().startsWith("skipped").contains("no base image");
    }

    private void run(Class<?> checks) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(checks))
                .configurationParameter("junit.jupiter.displayname.generator.default", Sentences.class.getName())
                .build();
        LauncherFactory.create().execute(request, new CheckListener(Group.LOOP, tally));
    }
}

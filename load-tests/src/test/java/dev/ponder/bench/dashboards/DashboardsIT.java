package dev.ponder.bench.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ponder.bench.stack.AutoscalerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bench in short: what a dashboard or an alert asks for is there while the house works. */
class DashboardsIT {

    private static final int REQUESTS_A_SECOND = 6;

    @Test
    void findsDataForEveryQueryAndEveryAlert() throws Exception {
        Optional<Path> prometheus = OnPath.find("prometheus", null);
        assumeTrue(prometheus.isPresent(), "Prometheus is not on the PATH (apt-get install prometheus): not run");
        assumeTrue(AutoscalerProcess.isBuilt(), "the services are not built: not run");
        Watched watched = new Watched(prometheus.orElseThrow(), 0, REQUESTS_A_SECOND, 1, System.out::println);

        Watched.Seen seen = watched.run(Duration.ofSeconds(40), Duration.ZERO);

        assertThat(seen.asked()).isPositive();
        assertThat(seen.missing()).isEmpty();
    }
}

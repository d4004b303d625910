package dev.ponder.local.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.local.launch.Checkout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationTest {

    @Test
    void saysInTwoLinesWhatToInstall(@TempDir Path dir) {
        Observation observation = new Observation(new Checkout(dir), new Installed(List.of(dir)));

        assertThat(observation.missing())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("apt-get install prometheus"));
    }
}

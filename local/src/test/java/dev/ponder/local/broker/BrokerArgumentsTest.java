package dev.ponder.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class BrokerArgumentsTest {

    @Test
    void readsAllThatItKnows() {
        BrokerArguments asked = BrokerArguments.parse(
                "--dir", "/d", "--port", "9", "--controller-port", "8", "--parent", "7", "--set", "a.b=c=d");

        assertThat(asked.dir()).isEqualTo(Path.of("/d"));
        assertThat(asked.ports()).isEqualTo(new BrokerPorts(9, 8));
        assertThat(asked.parent()).contains(7L);
        assertThat(asked.overrides()).containsExactly(entry("a.b", "c=d"));
    }

    @Test
    void showsTheUsageForWhatItDoesNotKnow() {
        assertThatThrownBy(() -> BrokerArguments.parse("--dri", "/d")).hasMessageContainingAll("--dri", "Usage");
        assertThatThrownBy(() -> BrokerArguments.parse("--dir")).hasMessageContaining("has no value");
        assertThatThrownBy(() -> BrokerArguments.parse("--port", "1")).hasMessageContaining("--dir is missing");
    }

    @Test
    void prefersAskedPortsThenRememberedOnes() {
        assertThat(new BrokerPorts(0, 5).settle(new BrokerPorts(3, 4))).isEqualTo(new BrokerPorts(3, 5));
        assertThat(new BrokerPorts(0, 0).settle(new BrokerPorts(0, 0)).broker()).isPositive();
    }
}

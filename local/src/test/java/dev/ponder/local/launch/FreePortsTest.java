package dev.ponder.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void findsDifferentPorts() throws LaunchException {
        assertThat(FreePorts.find(20)).hasSize(20).doesNotHaveDuplicates();
    }
}

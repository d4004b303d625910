package dev.ponder.testkafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageVariablesTest {

    @Test
    void writesKeysAsTheImageReadsThem() {
        Map<String, String> keys = Map.of("group.share.max.size", "9", "a_b", "1", "c-d", "2");

        assertThat(ImageVariables.of(keys))
                .isEqualTo(Map.of("KAFKA_GROUP_SHARE_MAX_SIZE", "9", "KAFKA_A__B", "1", "KAFKA_C___D", "2"));
    }
}

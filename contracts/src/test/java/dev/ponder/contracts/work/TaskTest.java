package dev.ponder.contracts.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TaskTest {

    @Test
    void carriesFieldsOfANewerWriterThrough() throws UnreadableException {
        String json = """
                {"v":1,"tenant":"default","id":"a","attempt":1,"model":"m",
                "messages":[{"role":"user","content":"?"}],
                "sampling":{"max_completion_tokens":5,"temperature":1.0,"top_p":1.0,"stop":[]},
                "stream":false,
                "options":{"use_dynamic_inference":true,"max_chain_length":9,"slo_class":"batch","cache":"use","explain":false},
                "plan":{"path":"one_chain","pool":"main","slo":"batch","promised_tokens":9},
                "classification":{"domain":"math","domain_probability":1.0,"easy_probability":0.5,"answer_type":"number",
                "abstained":false,"by":"rules-1"},
                "arrived_at":"2026-11-01T12:00:00Z","deadline":"2026-11-01T13:00:00Z","question_key":"k",
                "rest":{"user":"u"},"from_the_future":{"a":[1]}}""";

        Task task = Json.read(json.getBytes(StandardCharsets.UTF_8), Task.class);

        assertThat(new String(Json.write(task), StandardCharsets.UTF_8))
                .contains("\"from_the_future\":{\"a\":[1]}")
                .contains("\"max_chain_length\":9")
                .contains("\"arrived_at\":\"2026-11-01T12:00:00Z\"")
                .contains("\"rest\":{\"user\":\"u\"}");
    }
}

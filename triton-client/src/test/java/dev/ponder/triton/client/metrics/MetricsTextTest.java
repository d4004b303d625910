package dev.ponder.triton.client.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTextTest {

    @Test
    void readsWhatIsThereAndLeavesTheRestUnknown() {
        String page = """
                # HELP nv_trt_llm_kv_cache_block_metrics blocks
                nv_trt_llm_kv_cache_block_metrics{kv_cache_block_type="fraction",model="tensorrt_llm",version="1"} 0.25
                nonsense without value
                """;

        MetricsText text = MetricsText.parse(page);

        assertThat(text.kvFraction()).hasValue(0.25);
        assertThat(text.waiting()).isEmpty();
    }
}

package dev.ponder.autoscaler.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.mechanics.metrics.MetricsPage;
import dev.ponder.scaling.observation.Reading;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpPagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void readsThePageOfEachAddressBehindAName() throws Exception {
        try (MetricsServer server = MetricsServer.start().shows("ponder_reasoner_in_progress 3\n")) {
            HttpPages pages = pages(server, _ -> List.of("127.0.0.1"));

            Map<String, Reading<MetricsPage>> told = pages.read().known().orElseThrow();

            assertThat(told).containsOnlyKeys("127.0.0.1:" + server.port());
            assertThat(told.values().iterator().next().known().orElseThrow().sum("ponder_reasoner_in_progress"))
                    .hasValue(3);
        }
    }

    @Test
    void isMissingAPageThatIsNotShown() throws Exception {
        try (MetricsServer server = MetricsServer.start().shows("busy").fails(503)) {
            HttpPages pages = pages(server, _ -> List.of("127.0.0.1"));

            Map<String, Reading<MetricsPage>> told = pages.read().known().orElseThrow();

            assertThat(told.values())
                    .containsExactly(Reading.missing("metrics of 127.0.0.1:" + server.port() + ": status 503"));
        }
    }

    @Test
    void isMissingAPageBehindWhichNobodyListens() throws Exception {
        MetricsServer gone = MetricsServer.start();
        gone.close();
        HttpPages pages = pages(gone, _ -> List.of("127.0.0.1"));

        Map<String, Reading<MetricsPage>> told = pages.read().known().orElseThrow();

        assertThat(told.values()).allSatisfy(page -> assertThat(page).isInstanceOf(Reading.Missing.class));
    }

    @Test
    void saysThatNobodyIsFoundUnderAName() throws Exception {
        try (MetricsServer server = MetricsServer.start()) {
            HttpPages pages = pages(server, host -> {
                throw new UnknownHostException(host);
            });

            Reading<Map<String, Reading<MetricsPage>>> told = pages.read();

            assertThat(told).isEqualTo(Reading.missing("nobody is found under reasoners"));
        }
    }

    private static HttpPages pages(MetricsServer server, NameLookup names) {
        return new HttpPages(HttpClient.newHttpClient(), names, List.of(server.uri()), PATIENCE);
    }
}

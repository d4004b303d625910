package dev.ponder.testkafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the engine's own form of answer means; a real engine answers in {@code TestKafkaTest} where there is one. */
class EngineTest {

    @Test
    void readsTheTagsOfAllImages() throws Exception {
        HttpServer server =
                answering("[{\"RepoTags\":[\"a:1\",\"b:2\"]},{\"RepoTags\":null},{\"RepoTags\":[\"c:3\"]}]");
        try {
            Engine engine = Engine.of(Map.of(
                    "DOCKER_HOST", "tcp://127.0.0.1:" + server.getAddress().getPort()));

            assertThat(engine.images())
                    .hasValueSatisfying(tags -> assertThat(tags).containsExactlyInAnyOrder("a:1", "b:2", "c:3"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysThatNobodyAnswers() {
        assertThat(Engine.of(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1")).images())
                .isEmpty();
        assertThat(Engine.of(Map.of("DOCKER_HOST", "unix:///no/such/socket")).images())
                .isEmpty();
    }

    private static HttpServer answering(String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/images/json", exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}

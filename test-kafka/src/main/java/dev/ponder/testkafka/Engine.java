package dev.ponder.testkafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.ponder.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Docker engine at {@code DOCKER_HOST}, else at the usual socket, asked which images it has. Testcontainers itself is not asked:
 * where no engine is, it searches long and says so loudly.
 */
final class Engine {

    private static final String USUAL = "unix:///var/run/docker.sock";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final URI address;

    private Engine(URI address) {
        this.address = address;
    }

    static Engine of(Map<String, String> environment) {
        return new Engine(URI.create(environment.getOrDefault("DOCKER_HOST", USUAL)));
    }

    /** The tags of its images; empty where nobody answers. */
    Optional<Set<String>> images() {
        try (DockerHttpClient client = new ZerodepDockerHttpClient.Builder()
                        .dockerHost(address)
                        .connectionTimeout(PATIENCE)
                        .responseTimeout(PATIENCE)
                        .build();
                DockerHttpClient.Response response = client.execute(DockerHttpClient.Request.builder()
                        .method(DockerHttpClient.Request.Method.GET)
                        .path("/images/json")
                        .build())) {
            return response.getStatusCode() == OK
                    ? Optional.of(tags(Json.mapper().readTree(response.getBody())))
                    : Optional.empty();
        } catch (IOException | RuntimeException nobody) {
            // The client wraps what the socket says; a missing socket is no failure here.
            System.getLogger(Engine.class.getName()).log(System.Logger.Level.DEBUG, "no engine at " + address, nobody);
            return Optional.empty();
        }
    }

    private static Set<String> tags(JsonNode images) {
        Set<String> tags = new HashSet<>();
        images.forEach(image -> image.path("RepoTags").forEach(tag -> tags.add(tag.asText())));
        return tags;
    }
}

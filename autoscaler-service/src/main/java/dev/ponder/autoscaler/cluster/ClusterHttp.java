package dev.ponder.autoscaler.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.autoscaler.actuation.Answer;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls the API server with the credentials and trust of the Kubernetes client. One level below its resources, because there a refusal
 * tells its {@code Retry-After}, and the scale sub-resource of any kind is one path. Any thread.
 */
public final class ClusterHttp {

    private final KubernetesClient client;
    private final Duration patience;

    /**
     * Calls through a client, which the caller owns and has told not to retry by itself.
     *
     * @param patience how long each call may take
     */
    public ClusterHttp(KubernetesClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    Answer<JsonNode> get(String path) throws InterruptedException {
        return send("GET " + path, request(path).build());
    }

    Answer<JsonNode> put(String path, JsonNode body) throws InterruptedException {
        return send(
                "PUT " + path,
                request(path).put("application/json", body.toString()).build());
    }

    Answer<JsonNode> merge(String path, JsonNode patch) throws InterruptedException {
        return send(
                "PATCH " + path,
                request(path)
                        .method("PATCH", "application/merge-patch+json", patch.toString())
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        String master = client.getMasterUrl().toString();
        String base = master.endsWith("/") ? master.substring(0, master.length() - 1) : master;
        return client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(base + path)
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Answer<JsonNode> send(String asked, HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<String>> sent = client.getHttpClient().sendAsync(request, String.class);
        try {
            HttpResponse<String> told = sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return ApiAnswers.of(asked, told.code(), told.header("Retry-After"), told.body());
        } catch (ExecutionException unreachable) {
            return new Answer.Failed<>(asked + ": " + unreachable.getCause());
        } catch (TimeoutException silent) {
            sent.cancel(true);
            return new Answer.Failed<>(asked + ": no answer within " + patience);
        }
    }
}

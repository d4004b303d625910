package dev.ponder.models.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks a hub. The token goes to the hub alone: where it sends us on to a store, the store's address has its own signature, and the
 * token stays behind. Any thread.
 */
final class HubClient implements AutoCloseable {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int REDIRECTS = 5;

    private final HttpClient http;
    private final Duration quiet;
    private final @Nullable String token;

    /**
     * Asks with or without a token.
     *
     * @param quiet how long a server may take until it begins to answer
     */
    HubClient(Duration quiet, @Nullable String token) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(quiet)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.quiet = quiet;
        this.token = token;
    }

    /** How long a server may be quiet. */
    Duration quiet() {
        return quiet;
    }

    /**
     * Gets a content from some byte on. The answer is 200 or 206, its body is the caller's to close.
     *
     * @throws FetchException for anything else
     */
    HttpResponse<InputStream> get(URI address, long from) throws IOException, InterruptedException {
        URI at = address;
        for (int hops = 0; hops <= REDIRECTS; hops++) {
            HttpResponse<InputStream> answer =
                    http.send(request(address, at, from), HttpResponse.BodyHandlers.ofInputStream());
            int status = answer.statusCode();
            if (status == OK || status == PARTIAL) {
                return answer;
            }
            answer.body().close();
            if (status / 100 != 3) {
                throw Answers.refused(address, answer);
            }
            URI here = at;
            at = answer.headers()
                    .firstValue("location")
                    .map(here::resolve)
                    .orElseThrow(() -> FetchException.forGood(address + " leads nowhere"));
        }
        throw FetchException.forGood(address + " leads on and on");
    }

    private HttpRequest request(URI hub, URI at, long from) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).timeout(quiet).GET();
        if (from > 0) {
            request.header("range", "bytes=" + from + "-");
        }
        boolean ours =
                at.getScheme().equals(hub.getScheme()) && at.getAuthority().equals(hub.getAuthority());
        if (token != null && ours) {
            request.header("authorization", "Bearer " + token);
        }
        return request.build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

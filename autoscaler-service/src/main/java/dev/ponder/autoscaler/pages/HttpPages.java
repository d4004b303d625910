package dev.ponder.autoscaler.pages;

import static java.util.Objects.requireNonNullElse;

import dev.ponder.autoscaler.source.PageSource;
import dev.ponder.mechanics.metrics.MetricsPage;
import dev.ponder.scaling.observation.Reading;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Reads pages over HTTP, all at once. A name with many addresses stands for a page at each of them. One thread. */
public final class HttpPages implements PageSource {

    private static final int OK = 200;
    private static final int MAX_PAGE_BYTES = 4 * 1024 * 1024;

    private final HttpClient http;
    private final NameLookup names;
    private final List<URI> pages;
    private final Duration patience;

    /**
     * Reads these pages.
     *
     * @param patience how long each may take
     */
    public HttpPages(HttpClient http, NameLookup names, List<URI> pages, Duration patience) {
        this.http = http;
        this.names = names;
        this.pages = List.copyOf(pages);
        this.patience = patience;
        for (URI page : this.pages) {
            if (page.getHost() == null || page.getScheme() == null) {
                throw new IllegalArgumentException("a page is of the form http://host:port/path: " + page);
            }
        }
    }

    @Override
    public Reading<Map<String, Reading<MetricsPage>>> read() throws InterruptedException {
        Map<String, CompletableFuture<HttpResponse<String>>> asked = new HashMap<>();
        for (URI page : pages) {
            try {
                for (String address : names.addresses(page.getHost())) {
                    asked.put(authority(page, address), ask(page, address));
                }
            } catch (UnknownHostException nobody) {
                return Reading.missing("nobody is found under " + page.getHost());
            }
        }
        Map<String, Reading<MetricsPage>> told = new HashMap<>();
        for (Map.Entry<String, CompletableFuture<HttpResponse<String>>> one : asked.entrySet()) {
            told.put(one.getKey(), await(one.getKey(), one.getValue()));
        }
        return Reading.of(told);
    }

    private CompletableFuture<HttpResponse<String>> ask(URI page, String address) {
        URI where = URI.create(page.getScheme() + "://" + authority(page, address) + page.getRawPath());
        HttpRequest request = HttpRequest.newBuilder(where).timeout(patience).build();
        return http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_PAGE_BYTES));
    }

    private static Reading<MetricsPage> await(String address, CompletableFuture<HttpResponse<String>> asked)
            throws InterruptedException {
        try {
            HttpResponse<String> told = asked.get();
            return told.statusCode() == OK
                    ? Reading.of(MetricsPage.parse(told.body()))
                    : Reading.missing("metrics of " + address + ": status " + told.statusCode());
        } catch (ExecutionException unreachable) {
            return Reading.missing("metrics of " + address + ": "
                    + requireNonNullElse(unreachable.getCause(), unreachable)
                            .getClass()
                            .getSimpleName());
        }
    }

    private static String authority(URI page, String address) {
        String host = address.contains(":") ? "[" + address + "]" : address;
        return page.getPort() < 0 ? host : host + ":" + page.getPort();
    }
}

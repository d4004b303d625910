package dev.ponder.bench.kills;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds up what the shards generate, by looking at their metrics ten times a second: a killed shard takes its counter with it, so
 * up to a tenth of a second of its tokens is missed. Owns one thread.
 */
final class TokenMeter implements AutoCloseable {

    private static final Pattern TOKENS = Pattern.compile("(?m)^ponder_simulated_tokens_total\\{[^}]*} (\\d+)");
    private static final Duration EVERY = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<URI> pages;
    private final long[] last;
    private final Thread loop;
    private volatile long total;

    TokenMeter(List<String> shards) {
        this.pages = shards.stream()
                .map(shard -> URI.create("http://" + shard + "/metrics"))
                .toList();
        this.last = new long[pages.size()];
        this.loop = Thread.ofPlatform().name("tokens").daemon().start(this::run);
    }

    private void run() {
        try {
            while (true) {
                for (int i = 0; i < last.length; i++) {
                    look(i);
                }
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(int shard) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(pages.get(shard))
                    .timeout(EVERY.multipliedBy(10))
                    .build();
            Matcher found = TOKENS.matcher(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            if (found.find()) {
                long now = Long.parseLong(found.group(1));
                long grown = now >= last[shard] ? now - last[shard] : now;
                last[shard] = now;
                add(grown);
            }
        } catch (IOException down) {
            // It is being killed or started; what it had counted was seen a moment ago.
            last[shard] = 0;
        }
    }

    private synchronized void add(long tokens) {
        total = total + tokens;
    }

    /** Tokens generated beyond those used, over those used. The answers' lengths were asked for, so both sides count alike. */
    double redoneShare(long used) {
        return used == 0 ? 0 : Math.max(0, (double) (total - used) / (double) used);
    }

    @Override
    public void close() {
        loop.interrupt();
    }
}

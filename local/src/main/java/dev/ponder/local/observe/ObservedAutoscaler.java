package dev.ponder.local.observe;

import static java.util.Objects.requireNonNull;

import dev.ponder.local.launch.AutoscalerCommand;
import dev.ponder.local.launch.Companion;
import dev.ponder.local.launch.FreePorts;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.MetricsPage;
import dev.ponder.local.launch.Stack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The autoscaler that ships, beside a stack that is looked at, so that the pages of its decisions and of money have something to show. It
 * counts reasoners by their pages and writes nowhere: nobody starts what it asks for. Its prices and offers are examples.
 *
 * @param jar of the service
 */
record ObservedAutoscaler(Path jar) {

    static final String NAME = "autoscaler";

    /** Beside the logs; it stays when the stack has ended, for {@code ./ponder explain-scaling}. */
    static final String DECISIONS = "decisions.jsonl";

    private static final String HEAP = "128m";

    private static final String POOL = "autoscaler.pools.main.";

    ObservedAutoscaler {
        requireNonNull(jar, "jar is null");
    }

    /**
     * Starts it and returns when it serves.
     *
     * @return where it tells its meters
     * @throws LaunchException if it does not start; the message shows the end of its log
     */
    MetricsPage start(Stack stack) throws IOException, InterruptedException, LaunchException {
        MetricsPage page = new MetricsPage(NAME, NAME, "127.0.0.1:" + FreePorts.one(), "/q/metrics");
        Map<String, String> settings = settings(stack.bootstrap(), stack.metricsPages());
        settings.put(
                "quarkus.http.port", page.address().substring(page.address().indexOf(':') + 1));
        settings.put(
                "autoscaler.loop.decisions", stack.folder().resolve(DECISIONS).toString());
        URI ready = URI.create("http://" + page.address() + "/q/health/started");
        stack.accompany(new Companion(
                NAME,
                AutoscalerCommand.of(jar, HEAP, stack.scratch().arguments(), settings),
                ready,
                stack.folder().resolve(NAME)));
        return page;
    }

    /** But for the port and the file. */
    static Map<String, String> settings(String bootstrap, List<MetricsPage> pages) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("kafka.bootstrap.servers", bootstrap);
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("autoscaler.serving.port", "0");
        settings.put(POOL + "min", "1");
        settings.put(POOL + "max", "4");
        settings.put(POOL + "replicas", "pages");
        settings.put(POOL + "reasoners", urls(pages, "reasoner"));
        settings.put(POOL + "shards", urls(pages, "shard"));
        settings.put(POOL + "price", "2.87");
        settings.put(POOL + "offers.large-cards.replica-hour", "12");
        settings.put(POOL + "offers.large-cards.tokens-a-second", "5520");
        settings.put(POOL + "offers.small-cards.replica-hour", "2.87");
        settings.put(POOL + "offers.small-cards.tokens-a-second", "1380");
        return settings;
    }

    private static String urls(List<MetricsPage> pages, String kind) {
        return pages.stream()
                .filter(page -> page.kind().equals(kind))
                .map(MetricsPage::url)
                .collect(Collectors.joining(","));
    }
}

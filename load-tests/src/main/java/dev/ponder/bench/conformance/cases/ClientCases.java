package dev.ponder.bench.conformance.cases;

import dev.ponder.bench.server.Target;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.Prefix;
import dev.ponder.triton.client.metrics.MetricsScrape;
import dev.ponder.triton.client.shard.ShardAddress;
import dev.ponder.triton.client.shard.ShardException;
import dev.ponder.triton.client.shard.ShardSettings;
import dev.ponder.triton.client.shard.TritonShard;
import dev.ponder.triton.client.token.ApproximateTokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Our client, whole: what it makes of a server's answers. */
final class ClientCases {

    private static final String MODEL = "tensorrt_llm";
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final int ENDLESS = 50_000;

    private ClientCases() {}

    static List<Case> all() {
        return List.of(
                joins("client joins", MODEL),
                joins("client, model of no known profile", "llm_stream"),
                joins("client, unknown model", "no_such_model"),
                generates("client generates", request("c-1", "tokens=12", 100, LONG)),
                generates("client, a long answer", request("c-2", "tokens=300", 1000, LONG)),
                generates("client, answer cut at the limit", request("c-3", "tokens=50", 7, LONG)),
                generates(
                        "client, every setting given",
                        new GenerationRequest(
                                "c-4",
                                "tokens=9 ä 中 🎓",
                                64,
                                0.7,
                                0.9,
                                40,
                                7L,
                                List.of("##", "END"),
                                LONG,
                                Prefix.NONE)),
                new Case("client, two at once", ClientCases::twoAtOnce),
                new Case("client cancels", ClientCases::cancels),
                faulty("client, deadline without a token", "stall=0", SHORT),
                faulty("client, deadline in mid-stream", "stall=3", SHORT),
                faulty("client, error before any token", "error=0", LONG),
                faulty("client, error in mid-stream", "error=3", LONG),
                faulty("client, outputs of a wrong datatype", "wrong-datatype", LONG),
                new Case("client goes on after an error", ClientCases::goesOn),
                new Case("client, answer above its limit", ClientCases::tooLarge),
                new Case("client reads what waits", ClientCases::scrapes));
    }

    static TritonShard shard(Target target, ShardSettings settings) {
        return new TritonShard(
                new ShardAddress(Target.HOST, target.grpcPort()), settings, new ApproximateTokens(), Ticker.system());
    }

    static GenerationRequest request(String id, String prompt, int maxTokens, Duration deadline) {
        return GenerationRequest.greedy(id, prompt, maxTokens, deadline);
    }

    private static Case joins(String name, String model) {
        return new Case(name, target -> {
            try (TritonShard shard = shard(target, ShardSettings.of(model))) {
                shard.join();
                return List.of("joined");
            } catch (ShardException refused) {
                return List.of("refused " + refused.kind().code());
            }
        });
    }

    private static Case generates(String name, GenerationRequest request) {
        return new Case(name, target -> generate(target, ShardSettings.of(MODEL), request));
    }

    private static List<String> generate(Target target, ShardSettings settings, GenerationRequest request)
            throws InterruptedException {
        try (TritonShard shard = shard(target, settings)) {
            Generated generated = new Generated();
            Generation _ = shard.start(request, generated);
            return generated.lines();
        }
    }

    private static List<String> twoAtOnce(Target target) throws InterruptedException {
        try (TritonShard shard = shard(target, ShardSettings.of(MODEL))) {
            Generated slow = new Generated();
            Generated fast = new Generated();
            Generation _ = shard.start(request("c-5", "tokens=40", 100, LONG), slow);
            Generation _ = shard.start(request("c-6", "tokens=5", 100, LONG), fast);
            List<String> lines = new ArrayList<>(fast.lines());
            lines.addAll(slow.lines());
            return lines;
        }
    }

    private static List<String> cancels(Target target) throws InterruptedException {
        try (TritonShard shard = shard(target, ShardSettings.of(MODEL))) {
            Generated generated = new Generated();
            Generation running = shard.start(request("c-7", "tokens=" + ENDLESS, ENDLESS, LONG), generated);
            boolean began = generated.awaitFirst();
            running.cancel();
            return List.of("began: " + began, generated.ended());
        }
    }

    private static Case faulty(String name, String fault, Duration deadline) {
        return new Case(name, target -> {
            target.fault(fault);
            try {
                return generate(target, ShardSettings.of(MODEL), request("c-8", "tokens=12", 100, deadline));
            } finally {
                target.fault("");
            }
        });
    }

    private static List<String> goesOn(Target target) throws IOException, InterruptedException {
        try (TritonShard shard = shard(target, ShardSettings.of(MODEL))) {
            Generated failing = new Generated();
            target.fault("error=2");
            Generation _ = shard.start(request("c-9", "tokens=12", 100, LONG), failing);
            String first = failing.ended();
            target.fault("");
            Generated working = new Generated();
            Generation _ = shard.start(request("c-10", "tokens=12", 100, LONG), working);
            return List.of(first, working.ended());
        }
    }

    private static List<String> tooLarge(Target target) throws InterruptedException {
        ShardSettings little = ShardSettings.of(MODEL).withMaxMessageBytes(1000);
        List<String> lines = generate(target, little, request("c-11", "tokens=1000", 1000, LONG));
        return List.of(lines.getLast());
    }

    private static List<String> scrapes(Target target) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            MetricsScrape scrape = new MetricsScrape(http, target.metrics(), LONG);
            return scrape.read()
                    .join()
                    .map(page -> List.of("pending: " + page.pending(MODEL)))
                    .orElse(List.of("no page"));
        }
    }
}

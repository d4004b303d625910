package dev.ponder.bench.conformance.cases;

import static java.util.Objects.requireNonNull;

import dev.ponder.bench.conformance.wire.Shown;
import dev.ponder.bench.conformance.wire.StreamCall;
import dev.ponder.bench.conformance.wire.ToyRequest;
import dev.ponder.bench.server.Target;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.shard.ShardSettings;
import dev.ponder.triton.client.shard.TritonShard;
import dev.ponder.triton.wire.ServerLiveRequest;
import dev.ponder.triton.wire.ServerReadyRequest;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SIGTERM under load, in the order in which the cases stand: they end the server. One thread. */
final class LeavingCases {

    private static final String MODEL = "llm_stream";
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration GOING = Duration.ofSeconds(10);

    private @Nullable StreamCall load;
    private @Nullable TritonShard knowing;

    List<Case> all() {
        return List.of(
                new Case("going: is told under load", this::begin),
                new Case("going: the stream in progress gets its tokens", this::goesOn),
                new Case("going: a new request on that stream", this::another),
                new Case("going: a new stream", LeavingCases::newStream),
                Unary.infer("going: a unary call", ToyRequest.of("llm_once")),
                Unary.of(
                        "going: ready",
                        stub -> "ready="
                                + stub.serverReady(ServerReadyRequest.getDefaultInstance())
                                        .getReady()),
                new Case("going: live, on a new connection", LeavingCases::newConnection),
                new Case(
                        "going: health",
                        target -> List.of(
                                BareCases.answer(target.channel(), "grpc.health.v1.Health/Check", new byte[0]))),
                new Case("going: client that knows it sees that it leaves", this::knowingClientSees),
                new Case("going: client that comes sees that it leaves", LeavingCases::clientSees),
                new Case("going: does not end while a stream is open", target -> ends(target, Duration.ofSeconds(3))),
                new Case("gone: once the client has let go", this::letGo),
                new Case("gone: client can't reach it", LeavingCases::clientSees));
    }

    private StreamCall load() {
        return requireNonNull(load, "the first of these cases has not run");
    }

    /** A client that has asked for the model's profile before, and so goes straight to the inference. */
    private List<String> knowingClientSees(Target target) throws InterruptedException {
        try (TritonShard shard = requireNonNull(knowing, "the first of these cases has not run")) {
            return generate(shard);
        }
    }

    private List<String> begin(Target target) throws InterruptedException {
        load = StreamCall.open(target.channel())
                .send(ToyRequest.paced(ToyRequest.of(MODEL, "load", "word", 100_000), 20));
        load().awaitMessages(3);
        TritonShard client = ClientCases.shard(target, ShardSettings.of("tensorrt_llm"));
        knowing = client;
        List<String> before = generate(client);
        target.terminate();
        boolean refused = Target.holds(() -> refusesNew(target), GOING);
        return List.of("client before: " + before.getFirst(), "refuses what is new: " + refused);
    }

    private static boolean refusesNew(Target target) {
        return Unary.answer(target, stub -> "ready=" + stub.serverLive(ServerLiveRequest.getDefaultInstance()))
                .startsWith("UNAVAILABLE");
    }

    private List<String> goesOn(Target target) throws InterruptedException {
        int before = load().messages().size();
        load().awaitMessages(before + 5);
        return List.of("more came: " + (load().messages().size() > before));
    }

    private List<String> another(Target target) throws InterruptedException {
        load().send(ToyRequest.of(MODEL, "late", "word", 1));
        boolean answered = Target.holds(() -> !load().lines("late").isEmpty(), LONG);
        List<String> lines = new ArrayList<>(load().lines("late"));
        lines.add("answered: " + answered);
        return lines;
    }

    private static List<String> newStream(Target target) throws InterruptedException {
        StreamCall call = StreamCall.open(target.channel())
                .send(ToyRequest.of(MODEL, "new", "word", 1))
                .halfClose();
        call.awaitMessages(1);
        List<String> lines = new ArrayList<>(call.lines("new"));
        Optional<String> end = call.awaitEnd(Duration.ofSeconds(2)).map(Shown::status);
        lines.add(end.orElse("the server does not hang up"));
        call.cancel();
        return lines;
    }

    private static List<String> newConnection(Target target) {
        ManagedChannel own = target.newChannel(Integer.MAX_VALUE);
        try {
            return List.of(BareCases.answer(own, "inference.GRPCInferenceService/ServerLive", new byte[0]));
        } finally {
            own.shutdownNow();
        }
    }

    private static List<String> clientSees(Target target) throws InterruptedException {
        try (TritonShard shard = ClientCases.shard(target, ShardSettings.of("tensorrt_llm"))) {
            return generate(shard);
        }
    }

    private static List<String> generate(TritonShard shard) throws InterruptedException {
        Generated generated = new Generated();
        Generation _ = shard.start(ClientCases.request("c-12", "tokens=5", 10, LONG), generated);
        return List.of(generated.ended());
    }

    private static List<String> ends(Target target, Duration within) throws InterruptedException {
        return List.of("ended: " + target.ends(within));
    }

    private List<String> letGo(Target target) throws InterruptedException {
        load().cancel();
        return ends(target, LONG);
    }
}

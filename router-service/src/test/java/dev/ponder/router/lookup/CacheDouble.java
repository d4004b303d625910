package dev.ponder.router.lookup;

import com.google.protobuf.ByteString;
import dev.ponder.cache.wire.CacheGrpc;
import dev.ponder.cache.wire.Hit;
import dev.ponder.cache.wire.LookupRequest;
import dev.ponder.cache.wire.LookupResponse;
import dev.ponder.cache.wire.Miss;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cache-service that answers as it is told, over a real port. */
final class CacheDouble extends CacheGrpc.CacheImplBase {

    private final Server server;
    private final int port;
    private final List<LookupRequest> asked = new CopyOnWriteArrayList<>();
    private volatile Function<LookupRequest, @Nullable LookupResponse> answers = _ -> miss();

    private CacheDouble(int port) throws IOException {
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .addService(this)
                .build()
                .start();
        this.port = server.getPort();
    }

    static CacheDouble start() throws IOException {
        return new CacheDouble(0);
    }

    static CacheDouble startAt(int port) throws IOException {
        return new CacheDouble(port);
    }

    int port() {
        return port;
    }

    String address() {
        return "127.0.0.1:" + port();
    }

    List<LookupRequest> asked() {
        return List.copyOf(asked);
    }

    /** Null is silence. */
    void answer(Function<LookupRequest, @Nullable LookupResponse> how) {
        answers = how;
    }

    static LookupResponse miss() {
        return LookupResponse.newBuilder()
                .setMiss(Miss.newBuilder().setReason("absent"))
                .build();
    }

    static LookupResponse hit(byte[] chain) {
        Hit.Builder hit =
                Hit.newBuilder().setChainJson(ByteString.copyFrom(chain)).setMatch("exact");
        return LookupResponse.newBuilder().setHit(hit).build();
    }

    @Override
    public void lookup(LookupRequest request, StreamObserver<LookupResponse> observer) {
        asked.add(request);
        LookupResponse response = answers.apply(request);
        if (response != null) {
            observer.onNext(response);
            observer.onCompleted();
        }
    }

    void stop() throws InterruptedException {
        server.shutdownNow().awaitTermination();
    }
}

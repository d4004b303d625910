package dev.ponder.cache.serving;

import dev.ponder.tls.ChannelTls;
import dev.ponder.tls.ClientNames;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptors;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The gRPC server: grpc-java on Netty, which is on the class path anyway. Quarkus's own would bring a code generator that has
 * nothing to generate here and a Vert.x server of its own; this one starts after the store is open, stops before it closes, and
 * tells the port that it found when asked for a free one. Started and stopped by one thread.
 */
public final class LookupServer {

    private static final int MAX_REQUEST_BYTES = 4096;
    /** Half of a router's, since pings that set out ten seconds apart may come in closer together. */
    private static final Duration SHORTEST_KEEP_ALIVE = Duration.ofSeconds(5);

    private final ChannelTls tls = new ChannelTls();
    private final Server server;
    private final Duration grace;

    /**
     * Prepares the server; it listens from {@link #start()} on.
     *
     * @param calls runs the calls, which may read a file
     */
    public LookupServer(GrpcConfig config, CacheEndpoint endpoint, LookupTrace trace, Executor calls) {
        this.server = NettyServerBuilder.forPort(config.port(), credentials(config))
                .executor(calls)
                .maxInboundMessageSize(MAX_REQUEST_BYTES)
                .permitKeepAliveTime(SHORTEST_KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .addService(ServerInterceptors.intercept(endpoint, trace))
                .build();
        this.grace = config.grace();
    }

    private ServerCredentials credentials(GrpcConfig config) {
        return config.tls()
                .map(files -> tls.server(
                        files,
                        new ClientNames(
                                "cache.grpc.tls.clients", files.clients().orElse(List.of()))))
                .orElseGet(InsecureServerCredentials::create);
    }

    /** Begins to listen; fails if the port is taken. */
    public void start() throws IOException {
        server.start();
    }

    /** Says where it listens, or -1 before it does. */
    public int port() {
        return server.getPort();
    }

    /** Takes no more calls and waits for those begun, a grace long; then it cuts them. */
    public void stop() throws InterruptedException {
        if (!server.shutdown().awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            server.shutdownNow();
        }
        tls.close();
    }
}

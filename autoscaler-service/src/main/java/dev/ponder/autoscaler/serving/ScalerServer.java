package dev.ponder.autoscaler.serving;

import dev.ponder.tls.ChannelTls;
import dev.ponder.tls.ClientNames;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The gRPC server, by grpc-java on Netty. Started and stopped by one thread. */
public final class ScalerServer {

    private static final int MAX_REQUEST_BYTES = 64 * 1024;
    private static final Duration SHORTEST_KEEP_ALIVE = Duration.ofSeconds(5);

    private final ChannelTls tls = new ChannelTls();
    private final Server server;
    private final Duration grace;

    /**
     * Prepares the server; it listens from {@link #start()} on.
     *
     * @param calls runs the calls
     */
    public ScalerServer(ServingConfig config, ScalerEndpoint endpoint, Executor calls) {
        this.server = NettyServerBuilder.forPort(config.port(), credentials(config))
                .executor(calls)
                .maxInboundMessageSize(MAX_REQUEST_BYTES)
                .permitKeepAliveTime(SHORTEST_KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .addService(endpoint)
                .build();
        this.grace = config.grace();
    }

    private ServerCredentials credentials(ServingConfig config) {
        if (config.certificate().isPresent() != config.key().isPresent()) {
            throw new IllegalArgumentException("autoscaler.serving.certificate and autoscaler.serving.key go together");
        }
        if (config.certificate().isPresent()) {
            return tls.server(
                    config.certificate().orElseThrow(),
                    config.key().orElseThrow(),
                    config.authorities(),
                    new ClientNames(
                            "autoscaler.serving.clients", config.clients().orElse(List.of())));
        }
        if (config.authorities().isPresent() || config.clients().isPresent()) {
            throw new IllegalArgumentException("autoscaler.serving.authorities and autoscaler.serving.clients need"
                    + " autoscaler.serving.certificate and autoscaler.serving.key");
        }
        return InsecureServerCredentials.create();
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

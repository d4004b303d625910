package dev.ponder.tls;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.ponder.tls.Authority.Party;
import io.grpc.ChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.IOException;

/** A server on a free port, and what it answers whom. */
record Served(ChannelTls tls, Server server) implements AutoCloseable {

    /** The name that its certificate bears. */
    static final String HOST = "cache.llm.svc";

    static Served start(ChannelTls tls, ServerCredentials credentials) throws IOException {
        return new Served(
                tls,
                NettyServerBuilder.forPort(0, credentials)
                        .addService(new HealthStatusManager().getHealthService())
                        .build()
                        .start());
    }

    /** Asks it as that client. */
    Status.Code ask(Party client) throws InterruptedException {
        return ask(tls.client(client), HOST);
    }

    /** Asks whoever bears the host's name, on a connection of its own. */
    Status.Code ask(ChannelCredentials credentials, String host) throws InterruptedException {
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort(), credentials)
                .overrideAuthority(host)
                .build();
        try {
            var _ = HealthGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(20, SECONDS)
                    .check(HealthCheckRequest.getDefaultInstance());
            return Status.Code.OK;
        } catch (StatusRuntimeException refused) {
            return refused.getStatus().getCode();
        } finally {
            channel.shutdownNow().awaitTermination(20, SECONDS);
        }
    }

    @Override
    public void close() {
        tls.close();
        server.shutdownNow();
    }
}

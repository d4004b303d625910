package dev.ponder.triton.client.shard;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The connections to one server, used in turn. They open at the first call, and again after a loss. Thread-safe. */
final class ShardChannels implements AutoCloseable {

    private final List<ManagedChannel> channels;
    private final AtomicInteger turn = new AtomicInteger();

    ShardChannels(ShardAddress address, ShardSettings settings) {
        this.channels = IntStream.range(0, settings.channels())
                .mapToObj(_ -> open(address, settings))
                .toList();
    }

    /** Callbacks run on the connection's own thread: a hop for each token would cost more than what is done with it. */
    private static ManagedChannel open(ShardAddress address, ShardSettings settings) {
        ShardSecurity security = settings.security();
        NettyChannelBuilder channel =
                NettyChannelBuilder.forAddress(address.host(), address.port(), security.credentials());
        security.host().ifPresent(channel::overrideAuthority);
        return channel.directExecutor()
                .disableRetry()
                .maxInboundMessageSize(settings.maxMessageBytes())
                .keepAliveTime(settings.keepAlive().toSeconds(), TimeUnit.SECONDS)
                .keepAliveWithoutCalls(false)
                .build();
    }

    /** The next connection. */
    Channel next() {
        return channels.get(Math.floorMod(turn.getAndIncrement(), channels.size()));
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
    }
}

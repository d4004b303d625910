package dev.ponder.triton.shard.server;

import io.grpc.netty.NettyServerBuilder;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server's TCP connections, so that faults can break them as networks and servers do. Any thread. */
final class Connections {

    private static final long GRACE_MILLIS = 500;

    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final EventLoopGroup boss = new NioEventLoopGroup(1);
    private final EventLoopGroup workers = new NioEventLoopGroup();

    /** Has the server tell of each connection that it accepts. */
    NettyServerBuilder watch(NettyServerBuilder server) {
        return server.channelFactory(Listening::new).bossEventLoopGroup(boss).workerEventLoopGroup(workers);
    }

    /** Ends all without a goodbye: to linger for no time makes the kernel send a reset. */
    void reset() {
        for (Channel one : open) {
            one.eventLoop().execute(() -> reset(one));
        }
    }

    /** Goes round the pipeline, whose HTTP/2 handler would say goodbye first. */
    private static void reset(Channel connection) {
        if (connection instanceof SocketChannel socket) {
            socket.config().setSoLinger(0);
            socket.unsafe().close(socket.voidPromise());
        }
    }

    /** Tells all that they ping too often, and hangs up, as a real server does with an eager client. */
    void sendAway() {
        for (Channel one : open) {
            one.eventLoop().execute(() -> sendAway(one));
        }
    }

    private static void sendAway(Channel connection) {
        ChannelHandlerContext context = connection.pipeline().context(Http2ConnectionHandler.class);
        if (context != null && context.handler() instanceof Http2ConnectionHandler handler) {
            handler.goAway(
                            context,
                            Integer.MAX_VALUE,
                            Http2Error.ENHANCE_YOUR_CALM.code(),
                            Unpooled.copiedBuffer("too_many_pings", StandardCharsets.US_ASCII),
                            context.newPromise())
                    .addListener(ChannelFutureListener.CLOSE);
            context.flush();
        }
    }

    /** Ends the threads. */
    void close() {
        Future<?> _ = boss.shutdownGracefully(0, GRACE_MILLIS, TimeUnit.MILLISECONDS);
        Future<?> _ = workers.shutdownGracefully(0, GRACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private final class Listening extends NioServerSocketChannel {
        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
            int count = super.doReadMessages(accepted);
            for (Object one : accepted) {
                if (one instanceof Channel channel) {
                    open.add(channel);
                }
            }
            return count;
        }
    }
}

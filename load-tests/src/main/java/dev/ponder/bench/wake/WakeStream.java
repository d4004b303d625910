package dev.ponder.bench.wake;

import dev.ponder.scaler.wire.ExternalScalerGrpc;
import dev.ponder.scaler.wire.IsActiveResponse;
import dev.ponder.scaler.wire.ScaledObjectRef;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hears pushes as KEDA does, over a real connection. One thread awaits; the connection's own thread hears. */
final class WakeStream implements StreamObserver<IsActiveResponse>, AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    /** One push. */
    record Push(boolean active, long nanos) {}

    private final ManagedChannel channel;
    private final BlockingQueue<Push> pushes = new LinkedBlockingQueue<>();

    private WakeStream(ManagedChannel channel) {
        this.channel = channel;
    }

    /** Waits until the port is open, then for pushes. */
    static WakeStream open(int port, String pool) {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        WakeStream stream = new WakeStream(channel);
        ScaledObjectRef ref =
                ScaledObjectRef.newBuilder().putScalerMetadata("pool", pool).build();
        ExternalScalerGrpc.newStub(channel).withWaitForReady().streamIsActive(ref, stream);
        return stream;
    }

    /** The moment of the next push that says so, by the stopwatch; those that say otherwise are passed over. */
    long await(boolean active) throws InterruptedException {
        while (true) {
            Push push = pushes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (push == null) {
                throw new IllegalStateException("no push within " + PATIENCE_SECONDS + " s");
            }
            if (push.active() == active) {
                return push.nanos();
            }
        }
    }

    @Override
    public void onNext(IsActiveResponse push) {
        pushes.add(new Push(push.getResult(), System.nanoTime()));
    }

    /** The one who awaits finds out by its patience. */
    @Override
    public void onError(Throwable ended) {}

    @Override
    public void onCompleted() {}

    @Override
    public void close() {
        channel.shutdownNow();
    }
}

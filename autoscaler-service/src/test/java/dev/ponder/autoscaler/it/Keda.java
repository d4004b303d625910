package dev.ponder.autoscaler.it;

import dev.ponder.scaler.wire.ExternalScalerGrpc;
import dev.ponder.scaler.wire.GetMetricsRequest;
import dev.ponder.scaler.wire.IsActiveResponse;
import dev.ponder.scaler.wire.MetricSpec;
import dev.ponder.scaler.wire.MetricValue;
import dev.ponder.scaler.wire.ScaledObjectRef;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks as KEDA does, over a real connection. */
final class Keda implements AutoCloseable {

    private final ManagedChannel channel;
    private final ScaledObjectRef ref;

    Keda(int port, String pool) {
        this.channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        this.ref = ScaledObjectRef.newBuilder()
                .setName("shards")
                .setNamespace("llm")
                .putScalerMetadata("scalerAddress", "127.0.0.1:" + port)
                .putScalerMetadata("pool", pool)
                .build();
    }

    boolean isActive() {
        return stub().isActive(ref).getResult();
    }

    List<MetricSpec> specs() {
        return stub().getMetricSpec(ref).getMetricSpecsList();
    }

    List<MetricValue> metrics() {
        GetMetricsRequest request = GetMetricsRequest.newBuilder()
                .setScaledObjectRef(ref)
                .setMetricName("replicas")
                .build();
        return stub().getMetrics(request).getMetricValuesList();
    }

    Pushes pushes() {
        Pushes pushes = new Pushes();
        ExternalScalerGrpc.newStub(channel).streamIsActive(ref, pushes);
        return pushes;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private ExternalScalerGrpc.ExternalScalerBlockingStub stub() {
        return ExternalScalerGrpc.newBlockingStub(channel).withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    /** What the scaler pushes, in order. */
    static final class Pushes implements StreamObserver<IsActiveResponse> {

        private final BlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
        private volatile @Nullable Throwable failure;

        /** The next push, or null where none comes in ten seconds. */
        @Nullable
        Boolean next() throws InterruptedException {
            return heard.poll(10, TimeUnit.SECONDS);
        }

        @Nullable
        Throwable failure() {
            return failure;
        }

        @Override
        public void onNext(IsActiveResponse push) {
            heard.add(push.getResult());
        }

        @Override
        public void onError(Throwable why) {
            failure = why;
        }

        @Override
        public void onCompleted() {}
    }
}

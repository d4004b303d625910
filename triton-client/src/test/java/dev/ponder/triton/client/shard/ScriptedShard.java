package dev.ponder.triton.client.shard;

import dev.ponder.triton.wire.GRPCInferenceServiceGrpc.GRPCInferenceServiceImplBase;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelMetadataRequest;
import dev.ponder.triton.wire.ModelMetadataResponse;
import dev.ponder.triton.wire.ModelMetadataResponse.TensorMetadata;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import io.grpc.Attributes;
import io.grpc.Server;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server over the true wire that answers each request by a script. Like a real one it hangs up only after a half-close. */
final class ScriptedShard extends GRPCInferenceServiceImplBase implements AutoCloseable {

    /** What one request is answered; may be called on any thread. */
    interface Script {
        void answer(ModelInferRequest request, ServerCallStreamObserver<ModelStreamInferResponse> out);
    }

    private final Map<String, List<Long>> inputs;
    private final Script script;
    private volatile String platform = "python";
    private final Server server;
    final BlockingQueue<ModelInferRequest> requests = new LinkedBlockingQueue<>();
    final CountDownLatch cancelled = new CountDownLatch(1);
    final CountDownLatch halfClosed = new CountDownLatch(1);
    final AtomicInteger lookups = new AtomicInteger();
    /** Connections that were made, those that are gone included. */
    final AtomicInteger connections = new AtomicInteger();

    /** Serves a model with these inputs and shapes. */
    ScriptedShard(Map<String, List<Long>> inputs, Script script) throws IOException {
        this.inputs = inputs;
        this.script = script;
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(this)
                .addTransportFilter(new ServerTransportFilter() {
                    @Override
                    public Attributes transportReady(Attributes of) {
                        connections.incrementAndGet();
                        return of;
                    }
                })
                .build()
                .start();
    }

    /** Serves it from now on as a model of another platform. */
    void platform(String name) {
        platform = name;
    }

    ShardAddress address() {
        return new ShardAddress("127.0.0.1", server.getPort());
    }

    @Override
    public void modelMetadata(ModelMetadataRequest request, StreamObserver<ModelMetadataResponse> out) {
        lookups.incrementAndGet();
        ModelMetadataResponse.Builder metadata =
                ModelMetadataResponse.newBuilder().setName(request.getName()).setPlatform(platform);
        inputs.forEach((name, shape) ->
                metadata.addInputs(TensorMetadata.newBuilder().setName(name).addAllShape(shape)));
        out.onNext(metadata.build());
        out.onCompleted();
    }

    @Override
    public StreamObserver<ModelInferRequest> modelStreamInfer(StreamObserver<ModelStreamInferResponse> out) {
        ServerCallStreamObserver<ModelStreamInferResponse> call =
                (ServerCallStreamObserver<ModelStreamInferResponse>) out;
        call.setOnCancelHandler(cancelled::countDown);
        return new StreamObserver<>() {
            @Override
            public void onNext(ModelInferRequest request) {
                requests.add(request);
                script.answer(request, call);
            }

            @Override
            public void onError(Throwable broken) {}

            @Override
            public void onCompleted() {
                halfClosed.countDown();
            }
        };
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}

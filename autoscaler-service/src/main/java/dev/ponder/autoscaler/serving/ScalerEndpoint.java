package dev.ponder.autoscaler.serving;

import dev.ponder.autoscaler.board.DecisionBoard;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.scaler.wire.ExternalScalerGrpc;
import dev.ponder.scaler.wire.GetMetricSpecResponse;
import dev.ponder.scaler.wire.GetMetricsRequest;
import dev.ponder.scaler.wire.GetMetricsResponse;
import dev.ponder.scaler.wire.IsActiveResponse;
import dev.ponder.scaler.wire.MetricSpec;
import dev.ponder.scaler.wire.MetricValue;
import dev.ponder.scaler.wire.ScaledObjectRef;
import dev.ponder.scaling.observation.Reading;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The wire of {@code externalscaler.ExternalScaler}. The metric is the number of replicas that the law wants and its target is 1, so that
 * whoever computes replicas from it comes to that number. What is not known is an error, never a zero. Any thread, one a call.
 */
public final class ScalerEndpoint extends ExternalScalerGrpc.ExternalScalerImplBase {

    /** The key of a trigger's metadata that names the pool. */
    static final String POOL = "pool";

    static final String METRIC = "replicas";
    private static final double TARGET = 1;

    private final Map<String, WakeWatch> watches = new TreeMap<>();
    private final DecisionBoard board;
    private final Ticker ticker;

    /** Serves the pools that are watched. */
    public ScalerEndpoint(Collection<WakeWatch> watches, DecisionBoard board, Ticker ticker) {
        watches.forEach(one -> this.watches.put(one.pool().value(), one));
        this.board = board;
        this.ticker = ticker;
    }

    @Override
    public void isActive(ScaledObjectRef request, StreamObserver<IsActiveResponse> response) {
        with(request, response, watch -> {
            switch (watch.activity()) {
                case Activity.Active _ ->
                    answer(
                            response,
                            IsActiveResponse.newBuilder().setResult(true).build());
                case Activity.Idle _ -> answer(response, IsActiveResponse.getDefaultInstance());
                case Activity.Unknown(String why) -> unavailable(response, why);
            }
        });
    }

    @Override
    public void streamIsActive(ScaledObjectRef request, StreamObserver<IsActiveResponse> response) {
        with(request, response, watch -> {
            ServerCallStreamObserver<IsActiveResponse> caller = (ServerCallStreamObserver<IsActiveResponse>) response;
            ActivityStream stream = new ActivityStream(caller, ticker);
            caller.setOnCancelHandler(() -> watch.remove(stream));
            watch.add(stream);
        });
    }

    @Override
    public void getMetricSpec(ScaledObjectRef request, StreamObserver<GetMetricSpecResponse> response) {
        with(
                request,
                response,
                _ -> answer(
                        response,
                        GetMetricSpecResponse.newBuilder()
                                .addMetricSpecs(MetricSpec.newBuilder()
                                        .setMetricName(METRIC)
                                        .setTargetSizeFloat(TARGET))
                                .build()));
    }

    @Override
    public void getMetrics(GetMetricsRequest request, StreamObserver<GetMetricsResponse> response) {
        with(request.getScaledObjectRef(), response, watch -> {
            switch (Wanted.of(watch.waits(), board.standing(watch.pool()))) {
                case Reading.Known<Integer>(Integer replicas) -> answer(response, metrics(replicas));
                case Reading.Missing<Integer>(String why) -> unavailable(response, why);
            }
        });
    }

    private static GetMetricsResponse metrics(int replicas) {
        return GetMetricsResponse.newBuilder()
                .addMetricValues(MetricValue.newBuilder().setMetricName(METRIC).setMetricValueFloat(replicas))
                .build();
    }

    private void with(ScaledObjectRef request, StreamObserver<?> response, Consumer<WakeWatch> served) {
        String asked = request.getScalerMetadataMap().getOrDefault(POOL, "");
        WakeWatch watch = watches.get(asked);
        if (watch == null) {
            response.onError(Status.INVALID_ARGUMENT
                    .withDescription("metadata key %s names no pool of this scaler: \"%s\"; it serves %s"
                            .formatted(POOL, shown(asked), watches.keySet()))
                    .asRuntimeException());
        } else {
            served.accept(watch);
        }
    }

    private static String shown(String asked) {
        return asked.length() > 63 ? asked.substring(0, 63) + "…" : asked;
    }

    private static <T> void answer(StreamObserver<T> response, T message) {
        response.onNext(message);
        response.onCompleted();
    }

    private static void unavailable(StreamObserver<?> response, String why) {
        response.onError(Status.UNAVAILABLE.withDescription(why).asRuntimeException());
    }
}

package dev.ponder.triton.client.shard;

import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.profile.ModelProfile;
import dev.ponder.triton.wire.ModelMetadataResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;

/** Waits for one answer about a model, and makes a profile or a failure of it. The connection's thread. */
final class ProfileLookup implements StreamObserver<ModelMetadataResponse> {

    /** What a lookup gave. */
    sealed interface Result {

        /** The model's profile. */
        record Found(ModelProfile profile) implements Result {}

        /** Why there is none. */
        record Missing(FailureKind kind) implements Result {}
    }

    private final boolean hasIds;
    private final CompletableFuture<Result> result = new CompletableFuture<>();

    /**
     * Waits.
     *
     * @param hasIds whether the codec can serve a profile of token ids
     */
    ProfileLookup(boolean hasIds) {
        this.hasIds = hasIds;
    }

    /** The answer, when it has come; never a failed future. */
    CompletableFuture<Result> result() {
        return result;
    }

    @Override
    public void onNext(ModelMetadataResponse metadata) {
        result.complete(ModelProfile.of(metadata)
                .filter(profile -> hasIds || !profile.needsIds())
                .<Result>map(Result.Found::new)
                .orElseGet(() -> new Result.Missing(FailureKind.MODEL_UNKNOWN)));
    }

    /** A lookup's own deadline says that the server can't be reached, not that the generation's time is up. */
    @Override
    public void onError(Throwable broken) {
        FailureKind kind = Failures.kindOf(Status.fromThrowable(broken));
        result.complete(new Result.Missing(kind == FailureKind.DEADLINE ? FailureKind.UNAVAILABLE : kind));
    }

    @Override
    public void onCompleted() {
        result.complete(new Result.Missing(FailureKind.BROKEN_STREAM));
    }
}

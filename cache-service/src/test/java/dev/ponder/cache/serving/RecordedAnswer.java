package dev.ponder.cache.serving;

import dev.ponder.cache.wire.LookupResponse;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a caller would have got. */
final class RecordedAnswer implements StreamObserver<LookupResponse> {

    private final List<LookupResponse> answers = new ArrayList<>();
    private final List<Throwable> refusals = new ArrayList<>();
    private boolean completed;

    LookupResponse only() {
        if (answers.size() != 1 || !completed) {
            throw new AssertionError("not one whole answer: " + answers + ", " + refusals);
        }
        return answers.getFirst();
    }

    StatusRuntimeException refusal() {
        return (StatusRuntimeException) refusals.getFirst();
    }

    boolean isUntouched() {
        return answers.isEmpty() && refusals.isEmpty() && !completed;
    }

    @Override
    public void onNext(LookupResponse answer) {
        answers.add(answer);
    }

    @Override
    public void onError(Throwable refusal) {
        refusals.add(refusal);
    }

    @Override
    public void onCompleted() {
        completed = true;
    }
}

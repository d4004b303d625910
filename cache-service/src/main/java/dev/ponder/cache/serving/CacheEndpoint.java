package dev.ponder.cache.serving;

import com.google.protobuf.ByteString;
import dev.ponder.cache.keys.Asked;
import dev.ponder.cache.keys.AskedQuestion;
import dev.ponder.cache.keys.KeyReader;
import dev.ponder.cache.lookup.Answer;
import dev.ponder.cache.lookup.Lookup;
import dev.ponder.cache.wire.CacheGrpc;
import dev.ponder.cache.wire.Hit;
import dev.ponder.cache.wire.LookupRequest;
import dev.ponder.cache.wire.LookupResponse;
import dev.ponder.cache.wire.Miss;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;

/** The wire of {@code ponder.cache.v1.Cache}. Any thread, one a call. */
public final class CacheEndpoint extends CacheGrpc.CacheImplBase {

    private final Lookup lookup;
    private final LookupMeters meters;

    /** Serves a lookup. */
    public CacheEndpoint(Lookup lookup, LookupMeters meters) {
        this.lookup = lookup;
        this.meters = meters;
    }

    /** Answers; a call past its deadline, or given up, is not worked on: gRPC has ended it already. */
    @Override
    public void lookup(LookupRequest request, StreamObserver<LookupResponse> response) {
        if (Context.current().isCancelled()) {
            return;
        }
        switch (KeyReader.read(request.getTenant(), request.getQuestionKey())) {
            case Asked.Understood(AskedQuestion question) -> answer(question, response);
            case Asked.Malformed(String field, String why) ->
                response.onError(Status.INVALID_ARGUMENT
                        .withDescription(field + " " + why)
                        .asRuntimeException());
        }
    }

    private void answer(AskedQuestion question, StreamObserver<LookupResponse> response) {
        Answer answer = lookup.answer(question);
        meters.count(answer);
        response.onNext(wire(answer));
        response.onCompleted();
    }

    private static LookupResponse wire(Answer answer) {
        return switch (answer) {
            case Answer.Hit(String json, Answer.Match match) ->
                LookupResponse.newBuilder()
                        .setHit(Hit.newBuilder()
                                .setChainJson(ByteString.copyFromUtf8(json))
                                .setMatch(wire(match)))
                        .build();
            case Answer.Miss(Answer.Cause cause) ->
                LookupResponse.newBuilder()
                        .setMiss(Miss.newBuilder().setReason(wire(cause)))
                        .build();
        };
    }

    private static String wire(Answer.Match match) {
        return switch (match) {
            case EXACT -> "exact";
        };
    }

    /** Why a chain was refuted is nobody's business outside: whoever guesses a key learns nothing from the answer. */
    private static String wire(Answer.Cause cause) {
        return switch (cause) {
            case ABSENT, REFUTED, BEHIND -> "absent";
            case EXPIRED -> "expired";
        };
    }
}

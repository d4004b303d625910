package dev.ponder.router.ingress;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.contracts.request.CacheUse;
import dev.ponder.contracts.request.Origin;
import dev.ponder.contracts.request.ReasoningRequest;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.admission.Admission;
import dev.ponder.router.admission.AdmissionGate;
import dev.ponder.router.classification.Classifier;
import dev.ponder.router.dispatch.Dispatch;
import dev.ponder.router.lookup.ChainLookup;
import dev.ponder.router.lookup.Lookup;
import dev.ponder.router.planning.Planner;
import dev.ponder.router.sharing.FairSharing;
import dev.ponder.router.sharing.Share;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A request's way: admit, classify, look up, plan, share, hand on. Forward only; every record leaves as exactly one task or outcome, and
 * as a dead letter besides where it could not be read. Thread-safe.
 */
public final class Routing {

    private final AdmissionGate gate;
    private final Classifier classifier;
    private final ChainLookup cache;
    private final Planner planner;
    private final FairSharing sharing;
    private final Dispatch dispatch;
    private final RoutingMeters meters;
    private final Ticker ticker;

    /** Routes by these. */
    public Routing(
            AdmissionGate gate,
            Classifier classifier,
            ChainLookup cache,
            Planner planner,
            FairSharing sharing,
            Dispatch dispatch,
            RoutingMeters meters,
            Ticker ticker) {
        this.gate = gate;
        this.classifier = classifier;
        this.cache = cache;
        this.planner = planner;
        this.sharing = sharing;
        this.dispatch = dispatch;
        this.meters = meters;
        this.ticker = ticker;
    }

    /** Sends a record on its way; answers when everything that it led to is written. */
    public Uni<Void> route(ConsumerRecord<byte[], byte[]> record, Span span) {
        long beganNanos = ticker.nanos();
        Origin origin = RequestRecord.origin(record);
        boolean known =
                Topics.tenantOfRequests(record.topic()).filter(gate::knows).isPresent();
        TenantId owner = known ? origin.tenant() : TenantId.DEFAULT;
        Admission admission = known ? gate.admit(origin, record.value()) : gate.unknownTenant(origin, record.topic());
        meters.admitted(owner, admission);
        return handOn(admission, record, known, span)
                .onTermination()
                .invoke(() -> meters.processed(owner, Duration.ofNanos(ticker.nanos() - beganNanos)));
    }

    private Uni<Void> handOn(Admission admission, ConsumerRecord<byte[], byte[]> record, boolean known, Span span) {
        return switch (admission) {
            case Admission.Admitted admitted -> think(admitted, span);
            case Admission.Refused(Asked asked, Fault fault) -> dispatch.conclude(failed(asked, fault), span);
            case Admission.Undecodable(Asked asked, Fault fault) -> putAside(asked, fault, record, known, span);
        };
    }

    private Uni<Void> putAside(
            Asked asked, Fault fault, ConsumerRecord<byte[], byte[]> record, boolean known, Span span) {
        TenantId owner = known ? asked.tenant() : TenantId.DEFAULT;
        meters.putAside(owner, fault);
        DeadLetter letter = new DeadLetter(asked.key(), fault, record.topic(), record.partition(), record.offset());
        return dispatch.putAside(letter, owner, record)
                .chain(() -> dispatch.conclude(failed(ownedBy(asked, owner), fault), span));
    }

    /** An unknown tenant has no results topic: its error goes where its dead letter goes. */
    private static Asked ownedBy(Asked asked, TenantId owner) {
        return new Asked(
                owner, asked.id(), asked.attempt(), asked.model(), asked.arrivedAt(), asked.explain(), asked.rest());
    }

    private Uni<Void> think(Admission.Admitted admitted, Span span) {
        ReasoningRequest request = admitted.request();
        Classification classification = classifier.classify(request);
        Plan plan = planner.plan(request, classification, admitted.promptTokens() + admitted.completionTokens());
        QuestionKey key = QuestionKey.of(
                request.key().tenant(), request.model(), request.options().maxChainLength(), request.messages());
        return switch (lookUp(request, key, span)) {
            case Lookup.Found found ->
                dispatch.conclude(Answers.ofHit(request, found, plan, classification, ticker), span);
            case Lookup.NotFound _ -> share(Tasks.of(admitted, plan, classification, key), span);
        };
    }

    /** Within the request's span, so that the cache's own is part of the same trace. */
    private Lookup lookUp(ReasoningRequest request, QuestionKey key, Span span) {
        if (!CacheUse.of(request.options(), request.sampling()).reads()) {
            Lookup.NotFound notAsked = new Lookup.NotFound("not_asked");
            meters.notAsked(notAsked);
            return notAsked;
        }
        long askedNanos = ticker.nanos();
        try (Scope _ = span.makeCurrent()) {
            Lookup lookup = cache.find(request.key().tenant(), key);
            meters.lookedUp(lookup, Duration.ofNanos(ticker.nanos() - askedNanos));
            return lookup;
        }
    }

    private Uni<Void> share(Task task, Span span) {
        Share share = sharing.place(task);
        meters.shared(task.tenant(), share);
        return dispatch.work(task, share, span);
    }

    private static Outcome failed(Asked asked, Fault fault) {
        return new Outcome.Failed(Outcome.VERSION, asked, fault, Usage.NONE, Timings.NONE, Map.of());
    }
}

package dev.ponder.router.admission;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.request.Decoded;
import dev.ponder.contracts.request.Origin;
import dev.ponder.contracts.request.ReasoningRequest;
import dev.ponder.contracts.request.RequestDecoder;
import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads a request and decides whether it is let in. Never throws, whatever the bytes. Thread-safe. */
public final class AdmissionGate {

    private static final String UNREAD_MODEL = "unknown";

    private final AdmissionConfig config;
    private final Set<TenantId> tenants;
    private final Ticker ticker;
    private final RequestDecoder decoder;
    private final Map<TenantId, TokenAllowance> allowances = new ConcurrentHashMap<>();

    /**
     * Guards an installation.
     *
     * @param tenants who may ask
     * @throws IllegalArgumentException if no deadline could be kept to
     */
    public AdmissionGate(AdmissionConfig config, Set<TenantId> tenants, Ticker ticker) {
        if (config.longestAnswerTime().compareTo(config.leastAnswerTime()) < 0) {
            throw new IllegalArgumentException("router.admission.longest-answer-time, " + config.longestAnswerTime()
                    + ", is below router.admission.least-answer-time, " + config.leastAnswerTime());
        }
        this.config = config;
        this.tenants = Set.copyOf(tenants);
        this.ticker = ticker;
        this.decoder = new RequestDecoder(config.maxValueBytes());
    }

    /** Decides on one record. */
    public Admission admit(Origin origin, byte @Nullable [] value) {
        return switch (decoder.decode(origin, value)) {
            case Decoded.Faulty(RequestKey key, Fault fault) ->
                new Admission.Undecodable(asked(key, origin.appendedAt()), fault);
            case Decoded.Understood(ReasoningRequest request) ->
                admit(request.dueBy(ticker.now().plus(config.longestAnswerTime())));
        };
    }

    private Admission admit(ReasoningRequest request) {
        int prompt = PromptEstimator.tokens(request.messages());
        SloClass slo = request.options().sloClass();
        int completion = Math.min(request.sampling().maxCompletionTokens(), Math.max(1, most(slo) - prompt));
        Optional<Fault> fault = deadline(request)
                .or(() -> length(slo, prompt))
                .or(() -> budget(request.key().tenant(), prompt + completion));
        return fault.<Admission>map(found -> new Admission.Refused(asked(request), found))
                .orElseGet(() -> new Admission.Admitted(request, prompt, completion));
    }

    /**
     * A record on the topic of a tenant that is not set up, whatever stands in it. It is named by its place alone: its error goes
     * to the default tenant, whose ids nobody else may use.
     */
    public Admission unknownTenant(Origin origin, String topic) {
        RequestId place = RequestId.ofRecord(origin.topic(), origin.partition(), origin.offset());
        String message = "No tenant is set up for the topic " + topic + "; add it to ponder.tenants.";
        return new Admission.Undecodable(
                asked(new RequestKey(origin.tenant(), place), origin.appendedAt()),
                Fault.of(FaultCode.UNKNOWN_TENANT, message));
    }

    /** Whether a tenant is set up. */
    public boolean knows(TenantId tenant) {
        return tenants.contains(tenant);
    }

    private Optional<Fault> deadline(ReasoningRequest request) {
        Instant deadline = request.deadline();
        Duration left = Duration.between(ticker.now(), deadline);
        if (!left.isPositive()) {
            return Optional.of(Fault.of(
                    FaultCode.DEADLINE_PASSED,
                    "ponder.deadline",
                    "The deadline had passed when the request was read; name a later one."));
        }
        return left.compareTo(config.leastAnswerTime()) < 0
                ? Optional.of(Fault.of(
                        FaultCode.DEADLINE_UNREACHABLE,
                        "ponder.deadline",
                        "No answer comes within " + left.toMillis() + " ms; allow at least "
                                + config.leastAnswerTime().toMillis() + "."))
                : Optional.empty();
    }

    private Optional<Fault> length(SloClass slo, int prompt) {
        if (prompt < most(slo)) {
            return Optional.empty();
        }
        boolean fitsElsewhere = prompt < config.contextTokens();
        String takes = fitsElsewhere ? "the class " + slo.wire() + " takes " : "the model takes ";
        String fix = fitsElsewhere ? "Shorten it, or ask for another ponder.slo_class." : "Shorten it.";
        return Optional.of(Fault.of(
                FaultCode.PROMPT_TOO_LONG,
                "messages",
                "The prompt has about " + prompt + " tokens; " + takes + most(slo) + " together with the answer. "
                        + fix));
    }

    private int most(SloClass slo) {
        return Math.min(config.contextTokens(), config.largestWork().getOrDefault(slo, Integer.MAX_VALUE));
    }

    private Optional<Fault> budget(TenantId tenant, long tokens) {
        long now = ticker.nanos();
        TokenAllowance allowance =
                allowances.computeIfAbsent(tenant, _ -> new TokenAllowance(config.tokensPerMinute(), now));
        if (allowance.take(tokens, now)) {
            return Optional.empty();
        }
        long waitSeconds = TimeUnit.MINUTES.toSeconds(1);
        return Optional.of(Fault.of(
                FaultCode.BUDGET_EXCEEDED,
                "The tenant's " + config.tokensPerMinute() + " tokens a minute are used up; send it again in "
                        + waitSeconds + " s or ask for fewer max_completion_tokens."));
    }

    private static Asked asked(ReasoningRequest request) {
        RequestKey key = request.key();
        return new Asked(
                key.tenant(),
                key.id(),
                1,
                request.model(),
                request.arrivedAt(),
                request.options().explain(),
                request.rest());
    }

    private static Asked asked(RequestKey key, Instant arrivedAt) {
        return new Asked(key.tenant(), key.id(), 1, UNREAD_MODEL, arrivedAt, false, null);
    }
}

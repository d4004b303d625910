package dev.ponder.contracts.telemetry;

/**
 * Names of meters. The {@code gen_ai} and {@code messaging} names follow OpenTelemetry's semantic conventions (both in
 * development there, which is why they stand in one place); the rest is ours and begins with {@code ponder}.
 */
public final class Meters {

    /** Requests by outcome of admission; tags {@link #TAG_TENANT}, {@link #TAG_OUTCOME}. */
    public static final String REQUESTS = "ponder.router.requests";
    /** Dispatched requests by how they stand to their tenant's share; tags {@link #TAG_TENANT}, {@link #TAG_SHARE}. */
    public static final String SHARES = "ponder.router.shares";
    /** Orders about requests, by what they order or the code of their fault; tags {@link #TAG_TENANT}, {@link #TAG_OUTCOME}. */
    public static final String ORDERS = "ponder.router.orders";
    /** Cache lookups by answer: hit, miss, late, failed; tag {@link #TAG_OUTCOME}. */
    public static final String LOOKUPS = "ponder.router.lookups";
    /** Settled outcomes: settled, duplicate, fenced; tag {@link #TAG_OUTCOME}. */
    public static final String SETTLED = "ponder.settlement.outcomes";
    /**
     * Published results; tags {@link #TAG_TENANT}, {@link #TAG_CLASS} and {@link #TAG_SOURCE} ({@code none} where there is no answer),
     * {@link #TAG_OUTCOME}: {@code answered} or a fault's code, {@link #TAG_FAULT}: {@code none} or the kind of the fault.
     */
    public static final String RESULTS = "ponder.settlement.results";
    /** Time from a request's arrival to its answer; histogram; tag {@link #TAG_CLASS}. */
    public static final String ANSWER_TIME = "ponder.settlement.answer.time";
    /** Tokens of settled requests; tags {@link #TAG_TENANT}, {@link #TAG_POOL}, {@link #TAG_KIND}: input, output, cached. */
    public static final String SETTLED_TOKENS = "ponder.settlement.tokens";
    /** Requests that are dispatched and not ended, in the partitions that this router settles; gauge. */
    public static final String UNDER_WAY = "ponder.settlement.under.way";
    /** Seconds since the oldest of them arrived; gauge. */
    public static final String OLDEST = "ponder.settlement.oldest";
    /** How many of them are past their deadline; gauge. */
    public static final String OVERDUE = "ponder.settlement.overdue";
    /** Seconds since settlement last ended a turn that did not fail; gauge. */
    public static final String SETTLEMENT_SILENCE = "ponder.settlement.silence";
    /** Records put aside; tags {@link #TAG_TENANT}, {@link #TAG_REASON}: the fault's code. */
    public static final String DEAD_LETTERS = "ponder.dead.letters";
    /** Time that a lookup in the cache took, as the router sees it; histogram. */
    public static final String LOOKUP_TIME = "ponder.router.lookup.time";
    /** Time from a work record's append to the sending of its generation call; histogram; tag {@link #TAG_CLASS}. */
    public static final String QUEUE_WAIT = "ponder.reasoner.queue.wait";
    /** Time from a request's arrival to the first token of its answer; histogram; tag {@link #TAG_CLASS}. */
    public static final String FIRST_TOKEN = "ponder.reasoner.first.token";
    /** Work records in progress in this process. */
    public static final String IN_PROGRESS = "ponder.reasoner.in.progress";
    /** Jobs acknowledged early and worked on under a lease. */
    public static final String HANDED_OFF = "ponder.reasoner.handed.off";
    /** Jobs that went on from what an earlier holder had come to. */
    public static final String RESUMED = "ponder.reasoner.resumed";
    /** Offsets between the oldest work record in hand and the newest that came; the broker stalls the topic at its limit; gauge. */
    public static final String WORK_SPAN = "ponder.reasoner.work.span";
    /** Tokens promised to admitted work, of the budget; gauge. */
    public static final String TOKENS_PROMISED = "ponder.reasoner.tokens.promised";
    /** Tokens that may be promised at once; gauge. */
    public static final String TOKENS_BUDGET = "ponder.reasoner.tokens.budget";
    /** Jobs that this process works on at once at the most; gauge. */
    public static final String SLOTS = "ponder.reasoner.slots";
    /** Shards that this process knows, by whether they are healthy; gauge; tag {@link #TAG_STATE}: healthy, unhealthy. */
    public static final String SHARDS = "ponder.reasoner.shards";
    /** Generations by how they ended: completed, cancelled, or the kind of failure; tag {@link #TAG_OUTCOME}. */
    public static final String GENERATIONS = "ponder.reasoner.generations";
    /** Concluded jobs; tags {@link #TAG_CLASS}, {@link #TAG_PATH}: one, waves, none; {@link #TAG_ENDED}: why no more was thought. */
    public static final String JOBS = "ponder.reasoner.jobs";
    /** Chains that were begun for concluded jobs; tag {@link #TAG_PATH}. */
    public static final String CHAINS = "ponder.reasoner.chains";
    /** Lookups that the cache answered: hit, absent, expired, refuted, behind; tag {@link #TAG_OUTCOME}. */
    public static final String CACHE_LOOKUPS = "ponder.cache.lookups";
    /** Chains in this cache's store; gauge. */
    public static final String CACHE_ENTRIES = "ponder.cache.entries";
    /** Chains that this cache may hold; gauge. */
    public static final String CACHE_CAPACITY = "ponder.cache.capacity";
    /** Whether this cache has read the topic up to where it ended at the start: 1, or 0; gauge. */
    public static final String CACHE_CAUGHT_UP = "ponder.cache.caught.up";
    /** Records of the chains topic: learned, forgotten, skipped; tag {@link #TAG_OUTCOME}. */
    public static final String CACHE_LESSONS = "ponder.cache.lessons";
    /** Replicas that the autoscaler wanted last; gauge; tag {@link #TAG_POOL}. */
    public static final String SCALER_WANTED = "ponder.autoscaler.wanted";
    /** Share of KV blocks in use, the mean of the pool's shards; gauge; tag {@link #TAG_POOL}. */
    public static final String SCALER_KV_USE = "ponder.autoscaler.kv.use";
    /** Turns of the autoscaler: scaled, unchanged, standby, undone, failed; tags {@link #TAG_POOL}, {@link #TAG_OUTCOME}. */
    public static final String SCALER_TURNS = "ponder.autoscaler.turns";
    /** Replicas that cost money; gauge; tags {@link #TAG_POOL}, {@link #TAG_PHASE}: starting, ready, draining. */
    public static final String SCALER_REPLICAS = "ponder.autoscaler.replicas";
    /** The fewest and the most replicas that a pool may have; gauge; tags {@link #TAG_POOL}, {@link #TAG_BOUND}: min, max. */
    public static final String SCALER_BOUND = "ponder.autoscaler.bound";
    /** Requests by where they wait or run; gauge; tags {@link #TAG_POOL}, {@link #TAG_CLASS}, {@link #TAG_LAYER}. */
    public static final String SCALER_WORK = "ponder.autoscaler.work";
    /** Decisions; tags {@link #TAG_POOL}, {@link #TAG_REASON}: the policy that decided; {@link #TAG_DIRECTION}: grown, kept, shrunk. */
    public static final String SCALER_DECISIONS = "ponder.autoscaler.decisions";
    /** Sources that did not answer at the last turn; gauge; tag {@link #TAG_POOL}. */
    public static final String SCALER_MISSING = "ponder.autoscaler.sources.missing";
    /** Whether this process may write: 1, or 0 where another one leads; gauge. */
    public static final String SCALER_LEADS = "ponder.autoscaler.leads";
    /** What replicas cost so far; tag {@link #TAG_POOL}. */
    public static final String SCALER_PAID = "ponder.autoscaler.paid";
    /** What of it was not used; tags {@link #TAG_POOL}, {@link #TAG_CAUSE}: cold_start, drain, hold_down, headroom. */
    public static final String SCALER_IDLE = "ponder.autoscaler.idle";
    /** What a replica costs in an hour; gauge; tag {@link #TAG_POOL}. */
    public static final String SCALER_PRICE = "ponder.autoscaler.price";
    /** What all replicas together may cost in an hour; gauge; tag {@link #TAG_POOL}; only where there is a cost cap. */
    public static final String SCALER_BUDGET = "ponder.autoscaler.budget";
    /** What an hour of a pool would cost with an offer at a load; gauge; tags {@link #TAG_POOL}, {@link #TAG_OFFER}, {@link #TAG_LOAD}. */
    public static final String OFFER_HOUR = "ponder.autoscaler.offer.hour";
    /** What a thousand answers would cost with an offer at a load; gauge; tags {@link #TAG_POOL}, {@link #TAG_OFFER}, {@link #TAG_LOAD}. */
    public static final String OFFER_THOUSAND = "ponder.autoscaler.offer.thousand";
    /** Requests a second at which the lead between the first two offers changes for the first time; gauge; tag {@link #TAG_POOL}. */
    public static final String OFFER_CROSSOVER = "ponder.autoscaler.offer.crossover";
    /**
     * Time to read and handle one record, of outcomes a batch, by destination (OpenTelemetry); tag {@link Spans#MESSAGING_DESTINATION}:
     * the topic, where it belongs to no tenant that is set up the default one's.
     */
    public static final String PROCESS_DURATION = "messaging.process.duration";
    /** Duration of one generation as the client sees it (OpenTelemetry); tag {@link #TAG_CLASS}. */
    public static final String OPERATION_DURATION = "gen_ai.client.operation.duration";
    /** Tokens of one generation (OpenTelemetry); tags {@link #TAG_TOKEN_TYPE}, {@link #TAG_CLASS}. */
    public static final String TOKEN_USAGE = "gen_ai.client.token.usage";
    /** Time to the first chunk (OpenTelemetry); histogram; tag {@link #TAG_CLASS}. */
    public static final String TIME_TO_FIRST_CHUNK = "gen_ai.client.operation.time_to_first_chunk";
    /** Mean time between later chunks (OpenTelemetry); histogram; tag {@link #TAG_CLASS}. */
    public static final String TIME_PER_OUTPUT_CHUNK = "gen_ai.client.operation.time_per_output_chunk";
    /** Money spent on settled requests; tags {@link #TAG_POOL}, {@link #TAG_TENANT}. */
    public static final String COST = "ponder.cost";

    /** Tag: interactive, standard, batch, surplus, or none; bounded by the code. */
    public static final String TAG_CLASS = "class";
    /** Tag: engine, cache or none. */
    public static final String TAG_SOURCE = "source";
    /** Tag: none, or the kind of a fault, as the {@code type} of OpenAI's error object. */
    public static final String TAG_FAULT = "fault";
    /** Tag: what is counted. */
    public static final String TAG_KIND = "kind";
    /** Tag: why; bounded by the code. */
    public static final String TAG_REASON = "reason";
    /** Tag: healthy or unhealthy. */
    public static final String TAG_STATE = "state";
    /** Tag: one, waves or none. */
    public static final String TAG_PATH = "path";
    /** Tag: why no more was thought; bounded by the code. */
    public static final String TAG_ENDED = "ended";
    /** Tag: how far a replica is. */
    public static final String TAG_PHASE = "phase";
    /** Tag: min or max. */
    public static final String TAG_BOUND = "bound";
    /** Tag: queued, buffered, gated or dispatched. */
    public static final String TAG_LAYER = "layer";
    /** Tag: grown, kept or shrunk. */
    public static final String TAG_DIRECTION = "direction";
    /** Tag: why money was paid and not used. */
    public static final String TAG_CAUSE = "cause";
    /** Tag: an offer's name; bounded by the offers that are set up. */
    public static final String TAG_OFFER = "offer";
    /** Tag: requests a second; {@code now}, or one of a few that the code names. */
    public static final String TAG_LOAD = "load";
    /** Tag: input or output (OpenTelemetry). */
    public static final String TAG_TOKEN_TYPE = "gen_ai.token.type";
    /** Tag: tenant; bounded by the tenants that are set up. */
    public static final String TAG_TENANT = "tenant";
    /** Tag: how it ended; bounded by the code. */
    public static final String TAG_OUTCOME = "outcome";
    /** Tag: within or beyond. */
    public static final String TAG_SHARE = "share";
    /** Tag: pool; bounded by the pools that are set up. */
    public static final String TAG_POOL = "pool";

    private Meters() {}
}

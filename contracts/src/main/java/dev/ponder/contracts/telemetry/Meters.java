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
    /** Time from a work record's append to the sending of its generation call. */
    public static final String QUEUE_WAIT = "ponder.reasoner.queue.wait";
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
    /** Lookups that the cache answered: hit, absent, expired, refuted, behind; tag {@link #TAG_OUTCOME}. */
    public static final String CACHE_LOOKUPS = "ponder.cache.lookups";
    /** Chains in this cache's store; gauge. */
    public static final String CACHE_ENTRIES = "ponder.cache.entries";
    /** Records of the chains topic: learned, forgotten, skipped; tag {@link #TAG_OUTCOME}. */
    public static final String CACHE_LESSONS = "ponder.cache.lessons";
    /** Replicas that the autoscaler wanted last; gauge; tag {@link #TAG_POOL}. */
    public static final String SCALER_WANTED = "ponder.autoscaler.wanted";
    /** Share of KV blocks in use, the mean of the pool's shards; gauge; tag {@link #TAG_POOL}. */
    public static final String SCALER_KV_USE = "ponder.autoscaler.kv.use";
    /** Turns of the autoscaler: scaled, unchanged, standby, undone, failed; tags {@link #TAG_POOL}, {@link #TAG_OUTCOME}. */
    public static final String SCALER_TURNS = "ponder.autoscaler.turns";
    /** Time to read and handle one record, by destination (OpenTelemetry). */
    public static final String PROCESS_DURATION = "messaging.process.duration";
    /** Duration of one generation as the client sees it (OpenTelemetry). */
    public static final String OPERATION_DURATION = "gen_ai.client.operation.duration";
    /** Tokens of one generation by {@code gen_ai.token.type} (OpenTelemetry). */
    public static final String TOKEN_USAGE = "gen_ai.client.token.usage";
    /** Time to the first chunk (OpenTelemetry). */
    public static final String TIME_TO_FIRST_CHUNK = "gen_ai.client.operation.time_to_first_chunk";
    /** Mean time between later chunks (OpenTelemetry). */
    public static final String TIME_PER_OUTPUT_CHUNK = "gen_ai.client.operation.time_per_output_chunk";
    /** Money spent on settled requests; tags {@link #TAG_POOL}, {@link #TAG_TENANT}. */
    public static final String COST = "ponder.cost";

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

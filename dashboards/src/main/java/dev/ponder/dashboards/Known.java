package dev.ponder.dashboards;

import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.dashboards.promql.CopiedCounterOf;
import dev.ponder.dashboards.promql.CopiedGaugeOf;
import dev.ponder.dashboards.promql.CounterOf;
import dev.ponder.dashboards.promql.GaugeOf;
import dev.ponder.dashboards.promql.SummaryOf;
import dev.ponder.dashboards.promql.TimerOf;

/** Our meters by kind: a name tells not whether it counts, shows or times. */
public final class Known {

    public static final CounterOf REQUESTS = new CounterOf(Meters.REQUESTS);
    public static final CounterOf SHARES = new CounterOf(Meters.SHARES);
    public static final CounterOf ORDERS = new CounterOf(Meters.ORDERS);
    public static final CounterOf LOOKUPS = new CounterOf(Meters.LOOKUPS);
    public static final TimerOf LOOKUP_TIME = new TimerOf(Meters.LOOKUP_TIME);
    public static final CounterOf DEAD_LETTERS = new CounterOf(Meters.DEAD_LETTERS);
    public static final CounterOf SETTLED = new CounterOf(Meters.SETTLED);
    public static final CounterOf RESULTS = new CounterOf(Meters.RESULTS);
    public static final CounterOf SETTLED_TOKENS = new CounterOf(Meters.SETTLED_TOKENS);
    public static final TimerOf ANSWER_TIME = new TimerOf(Meters.ANSWER_TIME);
    public static final CounterOf COST = new CounterOf(Meters.COST);
    public static final GaugeOf UNDER_WAY = new GaugeOf(Meters.UNDER_WAY);
    public static final GaugeOf OLDEST = new GaugeOf(Meters.OLDEST, "seconds");
    public static final GaugeOf OVERDUE = new GaugeOf(Meters.OVERDUE);
    public static final GaugeOf SETTLEMENT_SILENCE = new GaugeOf(Meters.SETTLEMENT_SILENCE, "seconds");
    public static final TimerOf FIRST_TOKEN = new TimerOf(Meters.FIRST_TOKEN);
    public static final TimerOf QUEUE_WAIT = new TimerOf(Meters.QUEUE_WAIT);
    public static final TimerOf FIRST_CHUNK = new TimerOf(Meters.TIME_TO_FIRST_CHUNK);
    public static final TimerOf LATER_CHUNKS = new TimerOf(Meters.TIME_PER_OUTPUT_CHUNK);
    public static final TimerOf GENERATION_TIME = new TimerOf(Meters.OPERATION_DURATION);
    public static final SummaryOf TOKENS = new SummaryOf(Meters.TOKEN_USAGE);
    public static final CounterOf GENERATIONS = new CounterOf(Meters.GENERATIONS);
    public static final CounterOf JOBS = new CounterOf(Meters.JOBS);
    public static final CounterOf CHAINS = new CounterOf(Meters.CHAINS);
    public static final GaugeOf IN_PROGRESS = new GaugeOf(Meters.IN_PROGRESS);
    public static final GaugeOf SLOTS = new GaugeOf(Meters.SLOTS);
    public static final CounterOf HANDED_OFF = new CounterOf(Meters.HANDED_OFF);
    public static final CounterOf RESUMED = new CounterOf(Meters.RESUMED);
    public static final GaugeOf WORK_SPAN = new GaugeOf(Meters.WORK_SPAN);
    public static final GaugeOf TOKENS_PROMISED = new GaugeOf(Meters.TOKENS_PROMISED);
    public static final GaugeOf TOKENS_BUDGET = new GaugeOf(Meters.TOKENS_BUDGET);
    public static final GaugeOf SHARDS = new GaugeOf(Meters.SHARDS);
    public static final CounterOf CACHE_LOOKUPS = new CounterOf(Meters.CACHE_LOOKUPS);
    public static final GaugeOf CACHE_ENTRIES = new GaugeOf(Meters.CACHE_ENTRIES);
    public static final GaugeOf CACHE_CAPACITY = new GaugeOf(Meters.CACHE_CAPACITY);
    public static final GaugeOf CACHE_CAUGHT_UP = new GaugeOf(Meters.CACHE_CAUGHT_UP);
    public static final CounterOf CACHE_LESSONS = new CounterOf(Meters.CACHE_LESSONS);
    public static final GaugeOf WANTED = new GaugeOf(Meters.SCALER_WANTED);
    public static final GaugeOf KV_USE = new GaugeOf(Meters.SCALER_KV_USE);
    public static final CounterOf TURNS = new CounterOf(Meters.SCALER_TURNS);
    public static final GaugeOf REPLICAS = new GaugeOf(Meters.SCALER_REPLICAS);
    public static final GaugeOf BOUND = new GaugeOf(Meters.SCALER_BOUND);
    public static final CopiedGaugeOf WORK =
            new CopiedGaugeOf(Meters.SCALER_WORK, Meters.TAG_POOL, Meters.TAG_CLASS, Meters.TAG_LAYER);
    public static final CopiedCounterOf DECISIONS =
            new CopiedCounterOf(Meters.SCALER_DECISIONS, Meters.TAG_POOL, Meters.TAG_REASON, Meters.TAG_DIRECTION);
    public static final GaugeOf SOURCES_MISSING = new GaugeOf(Meters.SCALER_MISSING);
    public static final GaugeOf LEADS = new GaugeOf(Meters.SCALER_LEADS);
    public static final CopiedCounterOf PAID = new CopiedCounterOf(Meters.SCALER_PAID, Meters.TAG_POOL);
    public static final CopiedCounterOf IDLE =
            new CopiedCounterOf(Meters.SCALER_IDLE, Meters.TAG_POOL, Meters.TAG_CAUSE);
    public static final GaugeOf PRICE = new GaugeOf(Meters.SCALER_PRICE);
    public static final GaugeOf BUDGET = new GaugeOf(Meters.SCALER_BUDGET);
    public static final GaugeOf OFFER_HOUR = new GaugeOf(Meters.OFFER_HOUR);
    public static final GaugeOf OFFER_THOUSAND = new GaugeOf(Meters.OFFER_THOUSAND);
    public static final GaugeOf OFFER_CROSSOVER = new GaugeOf(Meters.OFFER_CROSSOVER);

    private Known() {}
}

package dev.ponder.contracts.topic;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of all topics. A tenant's own topics end in its name; the default tenant's carry none. */
public final class Topics {

    /** Requests of the default tenant, and the prefix of the others'. */
    public static final String REQUESTS = "reasoning.requests";
    /** How attempts ended; all tenants. */
    public static final String OUTCOMES = "reasoning.outcomes";
    /** What settlement remembers: settled ids. */
    public static final String REGISTER = "reasoning.register";
    /** How far thinking has come, for whoever goes on with it. */
    public static final String PROGRESS = "reasoning.progress";
    /** What the cache learns. */
    public static final String CHAINS = "reasoning.chains";

    private static final String CONTROL = "reasoning.control";
    /** What the names of all work topics begin with, before a dot. */
    public static final String WORK = "reasoning.work";

    private static final String RESULTS = "reasoning.results";
    private static final String CHUNKS = "reasoning.chunks";
    private static final String DEAD_LETTERS = "reasoning.dead-letters";

    private Topics() {}

    /** Where a tenant asks. */
    public static String requests(TenantId tenant) {
        return ofTenant(REQUESTS, tenant);
    }

    /** Where a tenant orders what becomes of its requests. */
    public static String control(TenantId tenant) {
        return ofTenant(CONTROL, tenant);
    }

    /** Where a tenant is answered. */
    public static String results(TenantId tenant) {
        return ofTenant(RESULTS, tenant);
    }

    /** Where a tenant hears the thinking. */
    public static String chunks(TenantId tenant) {
        return ofTenant(CHUNKS, tenant);
    }

    /** Where a tenant's unreadable records are kept. */
    public static String deadLetters(TenantId tenant) {
        return ofTenant(DEAD_LETTERS, tenant);
    }

    /** Where a pool's work of one class waits. */
    public static String work(PoolId pool, SloClass slo) {
        return WORK + "." + pool + "." + slo.wire();
    }

    /** Where a pool's work waits, of whatever class, that is beyond its tenant's share: taken when no class has work. */
    public static String surplus(PoolId pool) {
        return WORK + "." + pool + ".surplus";
    }

    /** Whether work waits there, of a class or surplus. */
    public static boolean isWork(String topic) {
        return topic.startsWith(WORK + ".");
    }

    /**
     * Says of which pool this is the work of a class.
     *
     * @return the pool, or empty if the topic is no work topic or holds surplus
     */
    public static Optional<PoolId> poolOfClassWork(String topic) {
        return Stream.of(SloClass.values())
                .map(slo -> "." + slo.wire())
                .filter(end -> isWork(topic) && topic.endsWith(end))
                .filter(end -> topic.length() > WORK.length() + 1 + end.length())
                .map(end -> new PoolId(topic.substring(WORK.length() + 1, topic.length() - end.length())))
                .findFirst();
    }

    /**
     * Says whose request topic this is.
     *
     * @return the tenant, or empty if the topic is no request topic or ends in what can't be a tenant
     */
    public static Optional<TenantId> tenantOfRequests(String topic) {
        return tenantOf(REQUESTS, topic);
    }

    /**
     * Says whose control topic this is.
     *
     * @return the tenant, or empty if the topic is no control topic or ends in what can't be a tenant
     */
    public static Optional<TenantId> tenantOfControl(String topic) {
        return tenantOf(CONTROL, topic);
    }

    /**
     * Says whose dead letters lie here.
     *
     * @return the tenant, or empty if the topic holds no dead letters
     */
    public static Optional<TenantId> tenantOfDeadLetters(String topic) {
        return tenantOf(DEAD_LETTERS, topic);
    }

    /** A tenant has one topic of a kind: the default tenant's never ends in its name, which would be a second one. */
    private static Optional<TenantId> tenantOf(String base, String topic) {
        if (topic.equals(base)) {
            return Optional.of(TenantId.DEFAULT);
        }
        String prefix = base + ".";
        String name = topic.startsWith(prefix) ? topic.substring(prefix.length()) : "";
        return Optional.of(name)
                .filter(TenantId::isValid)
                .map(TenantId::new)
                .filter(tenant -> !tenant.equals(TenantId.DEFAULT));
    }

    private static String ofTenant(String base, TenantId tenant) {
        return tenant.equals(TenantId.DEFAULT) ? base : base + "." + tenant;
    }
}

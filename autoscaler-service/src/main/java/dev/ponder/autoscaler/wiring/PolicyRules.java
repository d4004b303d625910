package dev.ponder.autoscaler.wiring;

import dev.ponder.autoscaler.pool.PoliciesConfig;
import dev.ponder.autoscaler.pool.PoolConfig;
import dev.ponder.autoscaler.pool.WindowConfig;
import dev.ponder.contracts.plan.PoolId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What the keys of a pool's law may say, alone and together. Each fault names the key and what to write instead, and all are said at
 * once.
 */
final class PolicyRules {

    private static final double MOST = 1e9;
    private static final String PRICE = "policies.cost-cap.price-per-replica-hour";
    private static final String MOST_PER_HOUR = "policies.cost-cap.most-per-hour";

    private final String prefix;
    private final PoolConfig config;
    private final List<String> faults = new ArrayList<>();

    private PolicyRules(PoolId pool, PoolConfig config) {
        this.prefix = "autoscaler.pools." + pool + ".";
        this.config = config;
    }

    /**
     * Looks whether a pool's keys go together.
     *
     * @throws IllegalArgumentException if they do not
     */
    static void check(PoolId pool, PoolConfig config) {
        PolicyRules rules = new PolicyRules(pool, config);
        rules.bounds();
        rules.floors();
        rules.target();
        rules.spares();
        rules.windows();
        rules.deadlines();
        rules.cap();
        if (!rules.faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", rules.faults));
        }
    }

    private void bounds() {
        if (config.min() > config.max()) {
            fault("min", "is %d, more than max, %d: lower it or raise max".formatted(config.min(), config.max()));
        }
        if (config.hold().isNegative()) {
            fault("hold", "is negative: write a time such as 5m, or 0s");
        }
        if (!config.remembers().isPositive()) {
            fault("remembers", "is no time: write one such as 30m");
        }
        if (config.coldStart().isNegative()) {
            fault("cold-start", "is negative: write a time such as 2m");
        }
    }

    /** Only some classes have deadlines, so that nobody would ask for the others' work. */
    private void floors() {
        PoliciesConfig chosen = config.policies();
        boolean asks = chosen.tokenWork()
                || chosen.sloFeedback()
                || chosen.qpsTarget().isPresent()
                || chosen.warmSpares().isPresent()
                || !chosen.schedule().windows().isEmpty();
        if (!asks) {
            fault(
                    "policies",
                    "has nobody who asks for replicas: leave token-work or slo-feedback on, or set qps-target.*,"
                            + " warm-spares or schedule.windows.*");
        }
    }

    private void target() {
        config.policies().qpsTarget().ifPresent(target -> {
            amount("policies.qps-target.requests-per-second", target.requestsPerSecond());
            amount("policies.qps-target.input-tokens", target.inputTokens());
            amount("policies.qps-target.output-tokens", target.outputTokens());
        });
    }

    private void spares() {
        config.policies().warmSpares().ifPresent(spares -> {
            if (spares < 1 || spares > config.max()) {
                fault(
                        "policies.warm-spares",
                        "is %d: write 1 to max, %d, or leave it out".formatted(spares, config.max()));
            }
        });
    }

    private void windows() {
        new TreeMap<>(config.policies().schedule().windows())
                .forEach((name, window) -> window("policies.schedule.windows." + name, window));
    }

    private void window(String key, WindowConfig window) {
        if (window.from().equals(window.to())) {
            fault(key + ".to", "is " + window.to() + " as from: write another time, and two windows for a whole day");
        }
        if (window.days().isEmpty()) {
            fault(key + ".days", "is empty: write days such as monday,friday, or leave it out");
        }
        if (window.replicas() < 1) {
            fault(key + ".replicas", "is " + window.replicas() + ": write 1 or more");
        }
        if (window.replicas() > config.max()) {
            fault(
                    key + ".replicas",
                    "is %d, more than max, %d: lower it or raise max".formatted(window.replicas(), config.max()));
        }
    }

    private void deadlines() {
        config.policies().deadlineBatch().ifPresent(batch -> {
            if (!(batch.doubt() >= 0 && batch.doubt() <= MOST)) {
                fault("policies.deadline-batch.doubt", "is " + batch.doubt() + ": write a share such as 0.5");
            }
        });
        new TreeMap<>(config.classes())
                .forEach((slo, one) -> one.due().ifPresent(due -> due("classes." + slo.wire() + ".due", due)));
    }

    private void due(String key, Duration due) {
        if (!due.isPositive()) {
            fault(key, "is no time: write one such as 6h");
        }
        if (config.policies().deadlineBatch().isEmpty()) {
            fault(
                    key,
                    "is set and no rule plans by it: set policies.deadline-batch.doubt, such as 0.5, or leave it out");
        }
    }

    private void cap() {
        config.policies().costCap().ifPresent(costs -> {
            amount(PRICE, costs.pricePerReplicaHour());
            amount(MOST_PER_HOUR, costs.mostPerHour());
            if (isAmount(costs.pricePerReplicaHour()) && isAmount(costs.mostPerHour())) {
                pays(Policies.cap(costs).most());
            }
        });
    }

    private void pays(int replicas) {
        int fewest = Math.max(1, config.min());
        if (replicas < fewest) {
            fault(
                    MOST_PER_HOUR,
                    "pays for %d replicas, fewer than %d: raise it%s"
                            .formatted(replicas, fewest, config.min() > 1 ? " or lower min" : ""));
        }
    }

    private void amount(String key, double value) {
        if (!isAmount(value)) {
            fault(key, "is " + value + ": write a number above 0, up to 1e9");
        }
    }

    /** Nothing is infinite that is to be counted in replicas. */
    private static boolean isAmount(double value) {
        return value > 0 && value <= MOST;
    }

    private void fault(String key, String what) {
        faults.add(prefix + key + " " + what);
    }
}

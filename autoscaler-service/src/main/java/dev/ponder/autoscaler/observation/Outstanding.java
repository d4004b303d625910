package dev.ponder.autoscaler.observation;

import dev.ponder.autoscaler.source.SeenReplica;
import dev.ponder.scaling.observation.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many tokens each replica holds: what its reasoner promised, or else what its shard's KV blocks hold, found by the address that pod
 * and page share. Pure.
 */
final class Outstanding {

    private Outstanding() {}

    /** By replica; missing where no page of it says. Empty where the cluster did not answer. */
    static Map<String, Reading<Double>> of(PoolSnapshot now) {
        Map<String, Reading<Double>> all = new HashMap<>();
        for (SeenReplica replica : now.replicas().known().orElse(List.of())) {
            OptionalDouble tokens =
                    replica.address().map(address -> tokens(now, address)).orElse(OptionalDouble.empty());
            all.put(
                    replica.name(),
                    tokens.isPresent()
                            ? Reading.of(tokens.orElseThrow())
                            : Reading.missing("no page says what " + replica.name() + " holds"));
        }
        return all;
    }

    private static OptionalDouble tokens(PoolSnapshot now, String address) {
        OptionalDouble promised =
                at(now.reasoners(), address).map(ReasonerFigures::promised).orElse(OptionalDouble.empty());
        return promised.isPresent()
                ? promised
                : at(now.shards(), address).map(ShardFigures::outstandingTokens).orElse(OptionalDouble.empty());
    }

    private static <T> Optional<T> at(Reading<Map<String, Reading<T>>> pages, String address) {
        return pages.known().stream()
                .flatMap(all -> all.entrySet().stream())
                .filter(page -> host(page.getKey()).equals(address))
                .findFirst()
                .flatMap(page -> page.getValue().known());
    }

    private static String host(String authority) {
        int port = authority.lastIndexOf(':');
        boolean bare = port < 0 || (authority.indexOf(':') != port && !authority.contains("]:"));
        String host = bare ? authority : authority.substring(0, port);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}

package dev.ponder.local.demo;

import dev.ponder.contracts.result.Result;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param produced questions that Kafka acknowledged
 * @param settled those with exactly one result
 * @param lost those with none
 * @param doubled those with more than one
 * @param errors results that are errors
 * @param hits results that the cache gave
 * @param tokens generated tokens
 * @param price of all results
 * @param currency of the price; empty where nothing was priced
 * @param tookMillis each settled question, from when it was due until its result was read; sorted
 */
record Summary(
        int produced,
        int settled,
        int lost,
        int doubled,
        int errors,
        int hits,
        long tokens,
        BigDecimal price,
        String currency,
        List<Double> tookMillis) {

    private static final double NANOS_PER_MILLI = 1e6;

    Summary {
        tookMillis = List.copyOf(tookMillis);
    }

    static Summary of(Ledger ledger) {
        List<Result> results =
                ledger.answers().stream().map(Ledger.Answered::result).toList();
        return new Summary(
                ledger.produced(),
                results.size() - ledger.doubled(),
                ledger.lost(),
                ledger.doubled(),
                (int) results.stream().filter(Result::isError).count(),
                (int) results.stream().filter(Result::isHit).count(),
                results.stream().mapToLong(ResultFigures::tokens).sum(),
                results.stream().map(ResultFigures::price).reduce(BigDecimal.ZERO, BigDecimal::add),
                results.stream().map(ResultFigures::currency).findFirst().orElse(""),
                ledger.answers().stream()
                        .map(each -> each.took().toNanos() / NANOS_PER_MILLI)
                        .sorted()
                        .toList());
    }

    /** Whether every question has one result. */
    boolean isClean() {
        return lost == 0 && doubled == 0 && produced > 0;
    }

    /**
     * An exact percentile by nearest rank, in milliseconds; of nothing, there is none.
     *
     * @param share 0 to 1
     */
    double percentileMillis(double share) {
        int rank = (int) Math.ceil(share * tookMillis.size());
        return tookMillis.get(Math.max(0, rank - 1));
    }

    /** The figures by the names of the measures page; one that could not be measured is left out. */
    Map<String, Number> metrics() {
        Map<String, Number> metrics = new LinkedHashMap<>();
        metrics.put("produced", produced);
        metrics.put("settled", settled);
        metrics.put("lost", lost);
        metrics.put("doubled", doubled);
        metrics.put("errors", errors);
        metrics.put("hits", hits);
        metrics.put("tokens", tokens);
        metrics.put("price", price);
        if (!tookMillis.isEmpty()) {
            metrics.put("p50_ms", percentileMillis(0.5));
            metrics.put("p99_ms", percentileMillis(0.99));
        }
        return metrics;
    }
}

package dev.ponder.router.settlement;

import dev.ponder.router.settlement.relay.Guarantee;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** How outcomes are settled. */
@ConfigMapping(prefix = "router.settlement")
public interface SettlementConfig {

    /** What readers of the results may rely on: {@code exactly-once}, or {@code at-least-once}, a few milliseconds sooner. */
    @WithDefault("exactly-once")
    Guarantee guarantee();

    /**
     * How long a settled id is remembered. More costs memory (about 150 bytes an id) and time at a start; an outcome that comes
     * again later than this is settled again. At most what the register keeps (a day in the topic plan).
     */
    @WithDefault("1h")
    Duration remember();

    /** The consumer group; all routers of an installation share it. */
    @WithDefault("ponder-settlement")
    @NotBlank
    String group();

    /**
     * This router's name in Kafka, as transactional id and as static member of the group. The same after a restart, so that
     * what it left open is cleared at once; never that of another running router, which would stop the other.
     */
    @WithDefault("ponder-settlement-${HOSTNAME:localhost}-${quarkus.http.port:8080}")
    @NotBlank
    String transactionalId();

    /** How long a dead router's open transaction may hold up readers of the results. Less aborts slow batches. */
    @WithDefault("8s")
    Duration transactionTimeout();

    /** After what silence a router's outcomes go to another router. Less moves them sooner, and sometimes for nothing. */
    @WithDefault("10s")
    Duration sessionTimeout();

    /** The most outcomes in one transaction. More raises the top rate and the delay under load. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int maxPollRecords();

    /** The largest result in bytes; larger ones lose their steps or become errors. Below {@code max.message.bytes} there. */
    @WithDefault("1000000")
    @Min(10_000)
    int maxResultBytes();

    /** Without a sign of the settlement thread for this long the router is reported dead. More than the longest start. */
    @WithDefault("2m")
    Duration stalledAfter();
}

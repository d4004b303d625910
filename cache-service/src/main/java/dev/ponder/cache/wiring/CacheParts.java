package dev.ponder.cache.wiring;

import dev.ponder.cache.intake.ChainTopic;
import dev.ponder.cache.learning.CatchUp;
import dev.ponder.cache.learning.Learning;
import dev.ponder.cache.lookup.Lookup;
import dev.ponder.cache.lookup.Proof;
import dev.ponder.cache.retention.AgeLimit;
import dev.ponder.cache.retention.RetentionConfig;
import dev.ponder.cache.serving.CacheEndpoint;
import dev.ponder.cache.serving.GrpcConfig;
import dev.ponder.cache.serving.LookupMeters;
import dev.ponder.cache.serving.LookupServer;
import dev.ponder.cache.serving.LookupTrace;
import dev.ponder.cache.storage.ChainStore;
import dev.ponder.cache.storage.MvChainStore;
import dev.ponder.cache.storage.StorageConfig;
import dev.ponder.mechanics.time.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.Executors;

/** Makes the parts, in the order in which a question and a lesson pass them. */
@Singleton
final class CacheParts {

    @Produces
    @Singleton
    Ticker ticker() {
        return Ticker.system();
    }

    @Produces
    @Singleton
    ChainStore store(StorageConfig storage, RetentionConfig retention, Ticker ticker) {
        return MvChainStore.open(storage.directory(), retention.maxEntries(), storage.maxAbsence(), ticker);
    }

    void close(@Disposes ChainStore store) {
        store.close();
    }

    @Produces
    @Singleton
    CatchUp catchUp() {
        return new CatchUp();
    }

    @Produces
    @Singleton
    Learning learning(ChainStore store, CatchUp catchUp) {
        return new Learning(store, catchUp);
    }

    @Produces
    @Singleton
    ChainTopic topic(@Identifier("default-kafka-broker") Map<String, Object> client) {
        return new ChainTopic(client);
    }

    @Produces
    @Singleton
    Lookup lookup(ChainStore store, CatchUp catchUp, RetentionConfig retention, Ticker ticker) {
        AgeLimit ageLimit = new AgeLimit(retention.maxAge().orElse(null));
        return new Lookup(store, catchUp, new Proof(ageLimit), ticker);
    }

    @Produces
    @Singleton
    LookupServer server(GrpcConfig config, Lookup lookup, MeterRegistry registry, OpenTelemetry telemetry) {
        return new LookupServer(
                config,
                new CacheEndpoint(lookup, new LookupMeters(registry)),
                new LookupTrace(telemetry),
                Executors.newVirtualThreadPerTaskExecutor());
    }
}

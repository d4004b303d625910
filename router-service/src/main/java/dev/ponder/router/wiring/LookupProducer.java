package dev.ponder.router.wiring;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.lookup.ChainLookup;
import dev.ponder.router.lookup.GrpcChainLookup;
import dev.ponder.router.lookup.LookupConfig;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Connects to the cache, where there is one. */
@Singleton
final class LookupProducer {

    @Produces
    @Singleton
    ChainLookup lookup(LookupConfig config) {
        Optional<String> address = config.address().filter(text -> !text.isBlank());
        return address.<ChainLookup>map(text -> new GrpcChainLookup(text, config, Ticker.system()))
                .orElseGet(ChainLookup::none);
    }

    void close(@Disposes ChainLookup lookup) {
        lookup.close();
    }
}

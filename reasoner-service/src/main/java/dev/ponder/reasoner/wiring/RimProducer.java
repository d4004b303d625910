package dev.ponder.reasoner.wiring;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the machine's own time, chance and threads to whoever is put together. */
@Singleton
final class RimProducer {

    @Produces
    @Singleton
    ReasonerRim rim() {
        return ReasonerRim.system();
    }

    void close(@Disposes ReasonerRim rim) {
        rim.close();
    }
}

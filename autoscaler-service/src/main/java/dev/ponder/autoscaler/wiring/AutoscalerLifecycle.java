package dev.ponder.autoscaler.wiring;

import dev.ponder.autoscaler.serving.ScalerServer;
import dev.ponder.contracts.telemetry.Meters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Starts watching and scaling with the service, opens the port of KEDA last, and ends in the other order. */
@Singleton
final class AutoscalerLifecycle {

    private static final Logger LOGGER = Logger.getLogger(AutoscalerLifecycle.class);

    private final RunningPools pools;
    private final ScalerServer server;

    AutoscalerLifecycle(RunningPools pools, ScalerServer server, MeterRegistry meters) {
        Gauge.builder(Meters.SCALER_LEADS, () -> pools.leads() ? 1 : 0).register(meters);
        this.pools = pools;
        this.server = server;
    }

    void start(@Observes StartupEvent started) throws IOException {
        pools.start();
        server.start();
        LOGGER.infof("pools %s are scaled; KEDA is served on port %d", pools.pools(), server.port());
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        pools.stop();
        server.stop();
        LOGGER.info("pools are no longer scaled");
    }
}

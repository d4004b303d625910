package dev.ponder.cache.wiring;

import dev.ponder.cache.serving.LookupServer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Opens the lookup port when everything is made, and closes it before the store. */
@Singleton
final class ServerLifecycle {

    private static final Logger LOGGER = Logger.getLogger(ServerLifecycle.class);

    private final LookupServer server;

    ServerLifecycle(LookupServer server) {
        this.server = server;
    }

    void start(@Observes StartupEvent started) throws IOException {
        server.start();
        LOGGER.infof("lookups are served on port %d", server.port());
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        server.stop();
        LOGGER.info("lookups are no longer served");
    }
}

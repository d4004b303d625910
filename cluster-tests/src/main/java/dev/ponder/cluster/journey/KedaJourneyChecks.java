package dev.ponder.cluster.journey;

import dev.ponder.cluster.parts.Scaled;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;

/** The journey where KEDA and the HPA controller bring replicas. */
@OnCluster
@Order(2)
@SuppressWarnings("NullAway.Init") // start() sets the field before any check
final class KedaJourneyChecks implements JourneyChecks {

    private final Site site;
    private Journey journey;

    KedaJourneyChecks(Site site) {
        this.site = site;
    }

    @BeforeAll
    void start() throws Exception {
        String host = site.cluster().keda().host();
        journey = Journey.start(site, "journey-keda", false);
        new Scaled(journey.pool(), "external-push", host + ":" + journey.port()).lay(3);
    }

    @AfterAll
    void stop() {
        if (journey != null) {
            journey.close();
        }
    }

    @Override
    public Journey journey() {
        return journey;
    }

    @Override
    public String figures() {
        return "journey_keda";
    }
}

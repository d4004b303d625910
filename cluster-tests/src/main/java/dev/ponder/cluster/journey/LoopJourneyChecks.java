package dev.ponder.cluster.journey;

import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;

/** The journey where our own loop brings replicas. */
@OnCluster
@Order(1)
@SuppressWarnings("NullAway.Init") // start() sets the field before any check
final class LoopJourneyChecks implements JourneyChecks {

    private final Site site;
    private Journey journey;

    LoopJourneyChecks(Site site) {
        this.site = site;
    }

    @BeforeAll
    void start() throws Exception {
        journey = Journey.start(site, "journey-loop", true);
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
        return "journey_loop";
    }
}

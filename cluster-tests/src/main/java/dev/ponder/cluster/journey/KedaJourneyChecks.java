package dev.ponder.cluster.journey;

import dev.ponder.cluster.parts.Scaled;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The journey where KEDA and the HPA controller bring replicas; the checks build upon each other. */
@OnCluster
@Order(2)
@SuppressWarnings("NullAway.Init") // start() sets the field before any check
final class KedaJourneyChecks {

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

    @Test
    @Order(1)
    void sleepsWhileNobodyAsks() throws InterruptedException {
        journey.sleepsWhileNobodyAsks();
    }

    @Test
    @Order(2)
    void wakesForTheFirstRequestAndAnswersIt(TestReporter reporter) throws InterruptedException {
        journey.wakesForTheFirstRequestAndAnswersIt(reporter, "journey_keda");
    }

    @Test
    @Order(3)
    void growsToWhatManyRequestsNeed() throws InterruptedException {
        journey.growsToWhatManyRequestsNeed();
    }

    @Test
    @Order(4)
    void answersEachRequestOnceAndLosesNone() throws Exception {
        journey.answersEachRequestOnceAndLosesNone();
    }

    @Test
    @Order(5)
    void goesBackToNone(TestReporter reporter) {
        journey.goesBackToNone(reporter, "journey_keda");
    }

    @Test
    @Order(6)
    void endsAReasonerForEachReplicaThatWent() throws Exception {
        journey.endsAReasonerForEachReplicaThatWent();
    }

    @Test
    @Order(7)
    void answersAndSleepsAgainAfterItSlept() throws InterruptedException {
        journey.answersAndSleepsAgainAfterItSlept();
    }

    @Test
    @Order(8)
    void tellsWhyReplicasCameAndWent() throws Exception {
        journey.tellsWhyReplicasCameAndWent();
    }

    @Test
    @Order(9)
    void wentToAndFroNoMoreThanTheLoadDid() throws Exception {
        journey.wentToAndFroNoMoreThanTheLoadDid();
    }
}

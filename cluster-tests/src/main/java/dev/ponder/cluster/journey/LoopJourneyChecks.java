package dev.ponder.cluster.journey;

import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The journey where our own loop brings replicas; the checks build upon each other. */
@OnCluster
@Order(1)
@SuppressWarnings("NullAway.Init") // start() sets the field before any check
final class LoopJourneyChecks {

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

    @Test
    @Order(1)
    void sleepsWhileNobodyAsks() throws InterruptedException {
        journey.sleepsWhileNobodyAsks();
    }

    @Test
    @Order(2)
    void wakesForTheFirstRequestAndAnswersIt(TestReporter reporter) throws InterruptedException {
        journey.wakesForTheFirstRequestAndAnswersIt(reporter, "journey_loop");
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
        journey.goesBackToNone(reporter, "journey_loop");
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

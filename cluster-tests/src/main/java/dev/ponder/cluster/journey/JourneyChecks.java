package dev.ponder.cluster.journey;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What holds of a journey whoever brings the replicas; the checks build upon each other. */
interface JourneyChecks {

    /** The journey under way. */
    Journey journey();

    /** What the names of its figures begin with. */
    String figures();

    @Test
    @Order(1)
    default void sleepsWhileNobodyAsks() throws InterruptedException {
        journey().sleepsWhileNobodyAsks();
    }

    @Test
    @Order(2)
    default void wakesForTheFirstRequestAndAnswersIt(TestReporter reporter) throws InterruptedException {
        journey().wakesForTheFirstRequestAndAnswersIt(reporter, figures());
    }

    @Test
    @Order(3)
    default void growsToWhatManyRequestsNeed() throws InterruptedException {
        journey().growsToWhatManyRequestsNeed();
    }

    @Test
    @Order(4)
    default void answersEachRequestOnceAndLosesNone() throws Exception {
        journey().answersEachRequestOnceAndLosesNone();
    }

    @Test
    @Order(5)
    default void goesBackToNone(TestReporter reporter) {
        journey().goesBackToNone(reporter, figures());
    }

    @Test
    @Order(6)
    default void endsAReasonerForEachReplicaThatWent() throws Exception {
        journey().endsAReasonerForEachReplicaThatWent();
    }

    @Test
    @Order(7)
    default void answersAgainAfterItSlept() throws InterruptedException {
        journey().answersAgainAfterItSlept();
    }

    @Test
    @Order(8)
    default void sleepsAgainOrSaysWhyItMayNotYet() {
        journey().sleepsAgainOrSaysWhyItMayNotYet();
    }

    @Test
    @Order(9)
    default void tellsWhyReplicasCameAndWent() throws Exception {
        journey().tellsWhyReplicasCameAndWent();
    }

    @Test
    @Order(10)
    default void wentToAndFroNoMoreThanTheLoadDid() throws Exception {
        journey().wentToAndFroNoMoreThanTheLoadDid();
    }
}

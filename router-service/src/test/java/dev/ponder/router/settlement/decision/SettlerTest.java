package dev.ponder.router.settlement.decision;

import static dev.ponder.router.settlement.decision.Outcomes.NOW;
import static dev.ponder.router.settlement.decision.Outcomes.answered;
import static dev.ponder.router.settlement.decision.Outcomes.cancelled;
import static dev.ponder.router.settlement.decision.Outcomes.dispatched;
import static dev.ponder.router.settlement.decision.Outcomes.failed;
import static dev.ponder.router.settlement.decision.Outcomes.held;
import static dev.ponder.router.settlement.decision.Outcomes.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Cancelled;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.result.Result;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SettlerTest {

    private final Book book = new Book(Duration.ofHours(1));

    @Test
    void settlesTheFirstOutcomeOfARequestAndNoOther() {
        List<Decision> decisions =
                decide(json(answered("default", "a")), json(failed("default", "a")), json(answered("default", "a")));
        assertThat(decisions)
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Decision.Settled.class),
                        second -> assertThat(second).isInstanceOf(Decision.Duplicate.class),
                        third -> assertThat(third).isInstanceOf(Decision.Duplicate.class));
    }

    @Test
    void knowsWhatIsSettledAlready() {
        Outcome outcome = answered("default", "a");
        book.settle(outcome.asked().key().digest(), NOW.minusSeconds(60));
        assertThat(decide(json(outcome)))
                .containsExactly(new Decision.Duplicate(outcome.asked().key()));
    }

    @Test
    void fencesAnOutcomeOfAnAttemptThatWasGivenUp() {
        List<Decision> decisions =
                decide(json(dispatched("a", 1)), json(dispatched("a", 2)), json(answered("default", "a")));
        assertThat(decisions)
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Decision.Noted.class),
                        second -> assertThat(second).isInstanceOf(Decision.Noted.class),
                        third -> assertThat(third).isInstanceOf(Decision.Fenced.class));
    }

    @Test
    void settlesWhatWasNeverAnnounced() {
        assertThat(decide(json(answered("default", "a")), json(dispatched("a", 1))))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Decision.Settled.class),
                        second -> assertThat(second).isInstanceOf(Decision.Overtaken.class));
    }

    @Test
    void keepsALeaseOfTheAttemptThatCountsAndOfNoOther() {
        List<Decision> decisions =
                decide(json(held("a", 1)), json(dispatched("a", 2)), json(held("a", 1)), json(held("a", 2)));
        assertThat(decisions)
                .satisfiesExactly(
                        unannounced -> assertThat(unannounced).isInstanceOf(Decision.Overtaken.class),
                        opened -> assertThat(opened).isInstanceOf(Decision.Noted.class),
                        fenced -> assertThat(fenced).isInstanceOf(Decision.Overtaken.class),
                        held -> assertThat(held)
                                .isInstanceOfSatisfying(
                                        Decision.Noted.class,
                                        noted -> assertThat(noted.work().heldUntil())
                                                .isEqualTo(NOW.plusSeconds(60))));
    }

    @Test
    void endsWorkThatIsCancelledAsWhatWasAskedAndFencesItsOutcomes() {
        List<Decision> decisions = decide(
                json(dispatched("a", 2)), json(cancelled("a")), json(answered("default", "a")), json(held("a", 2)));
        assertThat(decisions)
                .satisfiesExactly(
                        opened -> assertThat(opened).isInstanceOf(Decision.Noted.class),
                        settled -> assertThat(settled).isInstanceOfSatisfying(Decision.Settled.class, end -> {
                            assertThat(end.outcome())
                                    .isInstanceOfSatisfying(
                                            Outcome.Failed.class,
                                            failed -> assertThat(failed.fault()).isEqualTo(Cancelled.FAULT));
                            assertThat(end.outcome().asked())
                                    .isEqualTo(dispatched("a", 2).asked());
                        }),
                        late -> assertThat(late).isInstanceOf(Decision.Duplicate.class),
                        lease -> assertThat(lease).isInstanceOf(Decision.Overtaken.class));
    }

    @Test
    void endsWhatIsCancelledBeforeItWasAnnouncedOnceItIs() throws UnreadableException {
        List<Decision> decisions = decide(json(cancelled("a")), json(dispatched("a", 1)), json(cancelled("a")));
        assertThat(decisions)
                .satisfiesExactly(
                        ahead -> assertThat(ahead).isInstanceOf(Decision.Withdrawn.class),
                        settled -> assertThat(settled).isInstanceOf(Decision.Settled.class),
                        again -> assertThat(again).isInstanceOf(Decision.Duplicate.class));
        byte[] result = ((Decision.Settled) decisions.get(1)).result().bytes();
        assertThat(Result.read(result).errorCode()).isEqualTo("cancelled");
        assertThat(Result.read(result).id()).isEqualTo("a");
    }

    @Test
    void endsAnOutcomeThatWasCancelledAheadAsCancelledAtItsPrice() {
        List<Decision> decisions = decide(json(cancelled("a")), json(answered("default", "a")));
        assertThat(decisions.getLast()).isInstanceOfSatisfying(Decision.Settled.class, end -> {
            assertThat(end.outcome()).isInstanceOf(Outcome.Failed.class);
            assertThat(end.outcome().usage()).isEqualTo(answered("default", "a").usage());
        });
    }

    @Test
    void givesNoResultToAnOrderAboutWhatNobodyAskedOrAllForgot() {
        book.settle(answered("default", "a").key().digest(), NOW.minus(Duration.ofHours(2)));
        assertThat(decide(json(cancelled("a")), json(cancelled("never-asked"))))
                .hasOnlyElementsOfType(Decision.Withdrawn.class);
    }

    @Test
    void remembersWhatWasCancelledAheadAcrossBatches() {
        book.withdraw(cancelled("a").key().digest(), NOW);
        assertThat(decide(json(dispatched("a", 1)))).hasOnlyElementsOfType(Decision.Settled.class);
    }

    @Test
    void leavesTheAnswerOfWhatIsCancelledTooLate() {
        assertThat(decide(json(answered("default", "a")), json(cancelled("a"))).getLast())
                .isEqualTo(new Decision.Duplicate(cancelled("a").key()));
    }

    @Test
    void givesWorkUpThatHadAllItsAttemptsAndSaysWhereItLies() {
        Outcome exhausted = failed("default", "a", FaultCode.ATTEMPTS_EXHAUSTED);
        assertThat(decide(json(dispatched("a", 1)), json(exhausted), json(exhausted)))
                .satisfiesExactly(
                        opened -> assertThat(opened).isInstanceOf(Decision.Noted.class),
                        settled -> assertThat(settled).isInstanceOfSatisfying(Decision.Settled.class, end -> {
                            assertThat(end.givenUp()).contains(((Outcome.Failed) exhausted).fault());
                            assertThat(end.work()).isEqualTo(dispatched("a", 1).place());
                        }),
                        again -> assertThat(again).isInstanceOf(Decision.Duplicate.class));
    }

    @Test
    void givesUpWhatWasNeverAnnouncedWithoutAPlace() {
        Decision.Settled end = settle(failed("default", "a", FaultCode.ATTEMPTS_EXHAUSTED));
        assertThat(end.givenUp()).isPresent();
        assertThat(end.work()).isNull();
    }

    @Test
    void givesUpNothingThatWasAnsweredOrFailedOtherwiseOrWasTakenBack() {
        book.withdraw(cancelled("c").key().digest(), NOW);
        assertThat(List.of(
                        settle(answered("default", "a")),
                        settle(failed("default", "b")),
                        settle(failed("default", "c", FaultCode.ATTEMPTS_EXHAUSTED))))
                .allSatisfy(end -> assertThat(end.givenUp()).isEmpty());
    }

    @Test
    void settlesTheSameIdOfTwoTenantsTwice() {
        List<Decision> decisions = Outcomes.settler("default", "acme")
                .decide(List.of(json(answered("default", "a")), json(answered("acme", "a"))), book, NOW);
        assertThat(decisions).hasSize(2).allMatch(Decision.Settled.class::isInstance);
    }

    @Test
    void decidesTheSameWhenABatchComesAgain() {
        byte[] outcome = json(answered("default", "a"));
        decide(outcome);
        assertThat(decide(outcome)).singleElement().isInstanceOf(Decision.Settled.class);
    }

    @Test
    void pricesByThePoolThatThought() throws UnreadableException {
        Outcome dear = answered("default", "a", "dear", Outcomes.WHOLE, Outcomes.KEY, "thought");
        Decision.Settled cheap = settle(answered("default", "b"));
        assertThat(settle(dear).price().amount()).isEqualByComparingTo("0.018");
        assertThat(cheap.price().amount()).isEqualByComparingTo("0.0018");
        assertThat(Result.read(cheap.result().bytes())
                        .body()
                        .at("/ponder/price/currency")
                        .asText())
                .isEqualTo("USD");
    }

    @Test
    void pricesAFailureByThePoolThatItFailedOn() {
        assertThat(settle(Outcomes.failedOn("dear", "a")).price().amount()).isEqualByComparingTo("0.006");
        assertThat(settle(Outcomes.failedOn("main", "b")).price().amount()).isEqualByComparingTo("0.0006");
    }

    @Test
    void pricesACancelledOutcomeByThePoolThatThought() {
        Outcome dear = answered("default", "a", "dear", Outcomes.WHOLE, Outcomes.KEY, "thought");
        List<Decision> decisions = decide(json(cancelled("a")), json(dear));
        assertThat(decisions.getLast())
                .isInstanceOfSatisfying(
                        Decision.Settled.class,
                        end -> assertThat(end.price().amount()).isEqualByComparingTo("0.018"));
    }

    @Test
    void pricesAFailureThatHadNoPoolByTheGeneralTariff() throws UnreadableException {
        Decision.Settled decision = settle(failed("default", "a"));
        assertThat(decision.price().amount()).isEqualByComparingTo("0.0006");
        assertThat(Result.read(decision.result().bytes()).errorCode()).isEqualTo("engine_failed");
    }

    @Test
    void teachesAWholeChainThatWasThoughtForIt() {
        LearnedChain learned = settle(answered("default", "a")).learned();
        assertThat(learned).isNotNull();
        assertThat(learned.questionKey()).isEqualTo(Outcomes.KEY);
        assertThat(learned.learnedFrom()).isEqualTo(new RequestId("a"));
        assertThat(learned.completionTokens()).isEqualTo(500);
    }

    @Test
    void teachesNothingThatWasCutOrCachedOrHasNoKeyOrFailed() {
        Provenance cut = new Provenance.Thought(List.of("shard-0"), "length");
        Provenance cached = new Provenance.Cached("exact", new RequestId("z"), NOW);
        assertThat(settle(answered("default", "a", "main", cut, Outcomes.KEY, "t"))
                        .learned())
                .isNull();
        assertThat(settle(answered("default", "b", "main", cached, Outcomes.KEY, "t"))
                        .learned())
                .isNull();
        assertThat(settle(answered("default", "c", "main", Outcomes.WHOLE, null, "t"))
                        .learned())
                .isNull();
        assertThat(settle(failed("default", "d")).learned()).isNull();
    }

    @Test
    void refusesWhatItCantRead() {
        assertThat(decide(
                        text("{"), text("null"), text("{\"type\":\"answered\",\"v\":2}"), text("{\"type\":\"sung\"}")))
                .extracting(SettlerTest::code)
                .containsExactly(
                        FaultCode.MALFORMED_JSON,
                        FaultCode.MALFORMED_JSON,
                        FaultCode.UNSUPPORTED_VERSION,
                        FaultCode.MALFORMED_JSON);
    }

    @Test
    void refusesARecordWithoutAValue() {
        List<byte @Nullable []> values = new ArrayList<>();
        values.add(null);
        assertThat(Outcomes.settler().decide(values, book, NOW))
                .extracting(SettlerTest::code)
                .containsExactly(FaultCode.NULL_VALUE);
    }

    @Test
    void refusesATenantThatIsNotSetUp() {
        assertThat(code(decide(json(answered("stranger", "a"))).getFirst())).isEqualTo(FaultCode.UNKNOWN_TENANT);
    }

    @Test
    void leavesTheStepsOutWhereTheResultWouldBeTooLarge() throws UnreadableException {
        String thought = "x".repeat(60_000);
        Decision.Settled decision = settle(answered("default", "a", "main", Outcomes.WHOLE, Outcomes.KEY, thought));
        Result result = Result.read(decision.result().bytes());
        assertThat(result.answer()).isEqualTo("42");
        assertThat(result.body().at("/ponder/chain").isMissingNode()).isTrue();
        assertThat(result.body().at("/ponder/chain_omitted").asBoolean()).isTrue();
    }

    @Test
    void settlesAnErrorWhereEvenThatWouldBeTooLarge() throws UnreadableException {
        String thought = "x".repeat(Outcomes.MAX_BYTES + 1);
        Decision.Settled decision = settle(answered("default", "a", "main", Outcomes.WHOLE, Outcomes.KEY, thought));
        assertThat(decision.result().size()).isLessThan(Outcomes.MAX_BYTES);
        assertThat(Result.read(decision.result().bytes()).errorCode()).isEqualTo("value_too_large");
        assertThat(decision.learned()).isNull();
    }

    private Decision.Settled settle(Outcome outcome) {
        return (Decision.Settled) decide(json(outcome)).getFirst();
    }

    private List<Decision> decide(byte[]... values) {
        return Outcomes.settler().decide(List.of(values), book, NOW);
    }

    private static FaultCode code(Decision decision) {
        return ((Decision.Refused) decision).fault().code();
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}

package dev.ponder.local.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ponder.contracts.deadletter.DeadLetter;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class ReplayRuleTest {

    private static final Place DEFAULTS = new Place("reasoning.dead-letters", 0, 1);

    @Test
    void sendsARequestAsItCameAndSaysWhereItComesFrom() {
        // Given
        Letter letter = Letters.ofRequest("reasoning.requests.acme-3-55");
        // When
        Replay replay = ReplayRule.judge(letter, Letters.AT);
        // Then
        assertThat(replay).asInstanceOf(type(Replay.Ready.class)).satisfies(ready -> {
            assertThat(ready.topic()).isEqualTo("reasoning.requests.acme");
            assertThat(ready.key()).isEqualTo(letter.key());
            assertThat(ready.value()).isEqualTo(letter.value());
            assertThat(ready.headers())
                    .extracting(Header::key)
                    .containsExactly("authorization", DeadLetter.REPLAYED_FROM);
            assertThat(ready.headers())
                    .contains(Letters.header(DeadLetter.REPLAYED_FROM, "reasoning.dead-letters.acme-1-7"));
            assertThat(ready.remark()).isEmpty();
        });
    }

    @Test
    void warnsThatAnIdWasAnsweredAMomentAgo() {
        Replay replay = ReplayRule.judge(Letters.ofRequest("order-7"), Letters.AT.plus(Duration.ofMinutes(59)));

        assertThat(replay)
                .asInstanceOf(type(Replay.Ready.class))
                .satisfies(ready -> assertThat(ready.remark())
                        .hasValueSatisfying(remark -> assertThat(remark).contains("order-7", "no second result")));
    }

    @Test
    void doesNotWarnOnceSettlementHasForgotten() {
        Replay replay = ReplayRule.judge(Letters.ofRequest("order-7"), Letters.AT.plus(Duration.ofMinutes(61)));

        assertThat(replay)
                .asInstanceOf(type(Replay.Ready.class))
                .satisfies(ready -> assertThat(ready.remark()).isEmpty());
    }

    @Test
    void refusesWorkAndSaysWhy() {
        Letter letter = Letters.with(DEFAULTS, Map.of(DeadLetter.TOPIC, "reasoning.work.main.batch"));

        Replay replay = ReplayRule.judge(letter, Letters.AT);

        assertRefused(replay, "reasoning.work.main.batch, which is no request topic");
    }

    @Test
    void refusesOutcomes() {
        Letter letter = Letters.with(DEFAULTS, Map.of(DeadLetter.TOPIC, "reasoning.outcomes"));

        Replay replay = ReplayRule.judge(letter, Letters.AT);

        assertRefused(replay, "no request topic");
    }

    @Test
    void refusesALetterWhosePayloadWasLeftOut() {
        Letter letter = Letters.with(
                Letters.PLACE,
                Map.of(DeadLetter.TOPIC, "reasoning.requests.acme", DeadLetter.OMITTED_BYTES, "17000000"));

        Replay replay = ReplayRule.judge(letter, Letters.AT);

        assertRefused(replay, "17000000 bytes of it were left out");
    }

    @Test
    void refusesTheTopicOfAnotherTenant() {
        Letter letter = Letters.with(Letters.PLACE, Map.of(DeadLetter.TOPIC, "reasoning.requests.other"));

        Replay replay = ReplayRule.judge(letter, Letters.AT);

        assertRefused(replay, "another tenant, reasoning.requests.other");
    }

    @Test
    void sendsWhatCameBeforeATenantWasSetUpToThatTenant() {
        Letter letter = Letters.with(
                DEFAULTS, Map.of(DeadLetter.TOPIC, "reasoning.requests.late", DeadLetter.CODE, "unknown_tenant"));

        Replay replay = ReplayRule.judge(letter, Letters.AT);

        assertThat(replay)
                .asInstanceOf(type(Replay.Ready.class))
                .satisfies(ready -> assertThat(ready.topic()).isEqualTo("reasoning.requests.late"));
    }

    @Test
    void refusesWhatDoesNotSayWhereItLay() {
        Replay replay = ReplayRule.judge(Letters.with(Letters.PLACE, Map.of()), Letters.AT);

        assertRefused(replay, "no header dead-letter-topic");
    }

    private static void assertRefused(Replay replay, String why) {
        assertThat(replay)
                .asInstanceOf(type(Replay.Refused.class))
                .satisfies(refused -> assertThat(refused.why()).contains(why));
    }
}

package dev.ponder.workqueue.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockShareConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who has the record of a poll, and with it the member, whatever comes between. The client's own stand-in polls at once. */
final class LongPollTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private @Nullable IllegalStateException failure;
    private final MockShareConsumer<byte[], byte[]> client = new MockShareConsumer<>() {
        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            if (failure != null) {
                throw failure;
            }
            return super.poll(timeout);
        }
    };
    private final LaneMembers members = new LaneMembers(() -> Member.of(client, Ticker.system()), Ticker.system());

    private LongPoll ended() throws InterruptedException {
        LongPoll poll = LongPoll.start(members.join(), members, Ticker.system(), Thread.ofVirtual()::unstarted);
        poll.join(SOON);
        return poll;
    }

    private LongPoll withRecord() throws InterruptedException {
        client.subscribe(List.of("work"));
        client.addRecord(new ConsumerRecord<>("work", 0, 7, null, null));
        return ended();
    }

    private boolean hasLeft() {
        try {
            client.poll(Duration.ZERO);
            return false;
        } catch (IllegalStateException closed) {
            return true;
        }
    }

    @Test
    void keepsWhatCameAfterItsSlotLookedAway() throws Exception {
        LongPoll poll = withRecord();

        assertThat(poll.isSpent()).isFalse();
        assertThat(poll.await(SOON).orElseThrow().record().offset()).isEqualTo(7);
        assertThat(poll.isSpent()).isTrue();
        assertThat(hasLeft()).isFalse();
    }

    @Test
    void letsNobodyTakeAwayTheMemberOfWhoWasGivenTheRecord() throws Exception {
        LongPoll poll = withRecord();
        poll.await(SOON);

        poll.abandon();

        assertThat(hasLeft()).isFalse();
    }

    @Test
    void givesNoRecordOutOfAMemberThatHasLeft() throws Exception {
        LongPoll poll = withRecord();

        poll.abandon();

        Optional<LongPoll.Brought> brought = poll.await(SOON);
        assertThat(brought).isEmpty();
        assertThat(poll.isSpent()).isTrue();
        assertThat(hasLeft()).isTrue();
    }

    @Test
    void leavesWithAMemberThatGotNothing() throws Exception {
        LongPoll poll = ended();

        assertThat(poll.await(SOON)).isEmpty();
        assertThat(poll.isSpent()).isTrue();
        assertThat(hasLeft()).isTrue();
    }

    @Test
    void tellsWhoWaitsThatItsMemberFailed() throws Exception {
        failure = new IllegalStateException("on purpose");
        LongPoll poll = ended();

        assertThat(poll.isSpent()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> poll.await(SOON)).withMessage("on purpose");
        assertThat(poll.isSpent()).isTrue();
    }
}

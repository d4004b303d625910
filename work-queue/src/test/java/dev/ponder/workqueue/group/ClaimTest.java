package dev.ponder.workqueue.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.workqueue.Payload;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.WorkRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

final class ClaimTest {

    private final Claim claim = new Claim(7, new TreeMap<>(Map.of(7L, 2, 9L, 1)));

    @Test
    void countsOnFromTheMembersBefore() {
        assertThat(claim.open(item(7))).isEqualTo(3);
        assertThat(claim.open(item(8))).isEqualTo(1);
        assertThat(claim.news(false)).contains(new OffsetAndMetadata(7, "0=3,1=1,2=1"));
    }

    @Test
    void forgetsWhatIsSettled() {
        claim.open(item(7));
        claim.open(item(8));

        claim.close(item(7));

        assertThat(claim.news(false)).contains(new OffsetAndMetadata(8, "0=1,1=1"));
    }

    @Test
    void countsNotAsDeliveredWhatItLeavesUntouched() {
        claim.open(item(7));
        claim.open(item(8));
        claim.begin(item(8));

        assertThat(claim.news(true)).contains(new OffsetAndMetadata(7, "0=2,1=1,2=1"));
    }

    @Test
    void hasNoNewsOfWhatIsCommitted() {
        claim.open(item(7));
        claim.committed(claim.news(false).orElseThrow());

        assertThat(claim.news(false)).isEmpty();
    }

    private static WorkItem item(long offset) {
        WorkRef ref = new WorkRef("topic", 0, offset);
        return new WorkItem(ref, Payload.of(null), Payload.of(null), List.of(), Instant.EPOCH, 1);
    }
}

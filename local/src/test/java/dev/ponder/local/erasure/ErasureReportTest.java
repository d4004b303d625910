package dev.ponder.local.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErasureReportTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final Instant AT = Instant.parse("2026-02-01T12:00:00Z");

    @Test
    void saysWhatWasFoundErasedAndLeft() {
        Erasure erasure = new Erasure(ACME, AT, false, List.of(new Finding("reasoning.outcomes", 3, 2, 1, "Rest.")));

        assertThat(erasure.lines())
                .startsWith(
                        "Erased tenant acme at 2026-02-01T12:00:00Z",
                        "reasoning.outcomes                  found 3, erased 2, 1 of unknown owner. Rest.");
        assertThat(erasure.json())
                .isEqualTo(
                        "{\"tenant\":\"acme\",\"at\":\"2026-02-01T12:00:00Z\",\"dry_run\":false,\"topics\":["
                                + "{\"topic\":\"reasoning.outcomes\",\"found\":3,\"erased\":2,\"unreadable\":1,\"left\":\"Rest.\"}]}");
    }

    @Test
    void saysThatNothingWasDoneYet() {
        Erasure erasure = new Erasure(ACME, AT, true, List.of(new Finding("t", 2, 2, 0, "Rest.")));

        assertThat(erasure.lines().getFirst()).startsWith("Would erase");
        assertThat(erasure.lines().get(1)).contains("found 2, would erase 2. Rest.");
    }

    @Test
    void namesTheTimeUntilWhichTheRestStays() {
        Retention days = Retention.of(Map.of("cleanup.policy", "delete", "retention.ms", "86400000"));
        Retention never = Retention.of(Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
        Retention compacted = Retention.of(
                Map.of("cleanup.policy", "compact", "retention.ms", "86400000", "max.compaction.lag.ms", "7200000"));

        assertThat(days.ofTheRest(Optional.of(AT))).contains("at 2026-02-02T12:00:00Z");
        assertThat(days.afterDeletion()).endsWith("within 1 d.");
        assertThat(never.ofTheRest(Optional.of(AT))).contains("drops nothing by age");
        assertThat(never.ofTheRest(Optional.empty())).isEqualTo("Nothing is left.");
        assertThat(compacted.afterTombstones()).endsWith("about 2 h after its next record.");
    }

    @Test
    void tellsWhoseARecordIs() {
        assertThat(of("reasoning.chains", "{\"tenant\":\"acme\"}")).isEqualTo(Belonging.ITS);
        assertThat(of("reasoning.chains", "{\"tenant\":\"acme-2\"}")).isEqualTo(Belonging.NOT_ITS);
        assertThat(of("reasoning.work.main.batch", "{\"tenant\":\"acme\"}")).isEqualTo(Belonging.ITS);
        assertThat(of("reasoning.outcomes", "{\"asked\":{\"tenant\":\"acme\"}}"))
                .isEqualTo(Belonging.ITS);
        assertThat(of("reasoning.outcomes", "{\"type\":\"held\",\"tenant\":\"acme\"}"))
                .isEqualTo(Belonging.ITS);
        assertThat(of("reasoning.outcomes", "{\"asked\":{},\"tenant\":\"acme\"}"))
                .isEqualTo(Belonging.UNKNOWN);
        assertThat(of("reasoning.outcomes", "{}")).isEqualTo(Belonging.UNKNOWN);
        assertThat(of("reasoning.chains", "{\"tenant\":7}")).isEqualTo(Belonging.UNKNOWN);
        assertThat(of("reasoning.chains", "not json")).isEqualTo(Belonging.UNKNOWN);
        assertThat(of("reasoning.progress", "{\"tenant\":\"acme\"}")).isEqualTo(Belonging.ITS);
        assertThat(of("reasoning.progress", "{\"tenant\":\"acme-2\"}")).isEqualTo(Belonging.NOT_ITS);
        assertThat(Belonging.of(ACME, "reasoning.chains", null)).isEqualTo(Belonging.NOT_ITS);
    }

    private static Belonging of(String topic, String value) {
        return Belonging.of(ACME, topic, value.getBytes(UTF_8));
    }
}

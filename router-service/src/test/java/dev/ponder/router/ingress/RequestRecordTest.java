package dev.ponder.router.ingress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.request.Origin;
import dev.ponder.router.Requests;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestRecordTest {

    @Test
    void saysWhereTheRecordLay() {
        Origin origin = RequestRecord.origin(Records.record("reasoning.requests.acme", "{}"));
        assertThat(origin.tenant()).isEqualTo(new TenantId("acme"));
        assertThat(origin.topic()).isEqualTo("reasoning.requests.acme");
        assertThat(origin.partition()).isEqualTo(2);
        assertThat(origin.offset()).isEqualTo(41);
        assertThat(origin.appendedAt()).isEqualTo(Requests.NOW);
    }

    @ParameterizedTest
    @CsvSource({"reasoning.requests, default", "reasoning.requests.acme, acme", "reasoning.requests.No_Name, default"})
    void takesTheTenantFromTheTopic(String topic, String tenant) {
        assertThat(RequestRecord.origin(Records.record(topic, "{}")).tenant()).isEqualTo(new TenantId(tenant));
    }

    @Test
    void readsHeadersByTheirNamesInLowerCase() {
        ConsumerRecord<byte[], byte[]> record = Records.record("reasoning.requests", "{}");
        record.headers().add("Ce_Id", "é".getBytes(UTF_8)).add("empty", null);
        assertThat(RequestRecord.origin(record).headers())
                .containsEntry("ce_id", "é")
                .doesNotContainKey("empty");
    }

    @Test
    void tellsHeadersThatAreNoUtf8() {
        ConsumerRecord<byte[], byte[]> record = Records.record("reasoning.requests", "{}");
        record.headers()
                .add("CE_id", new byte[] {'a', (byte) 0xff})
                .add("whole", "\uFFFD".getBytes(UTF_8))
                .add("mended", new byte[] {(byte) 0xff})
                .add("mended", "é".getBytes(UTF_8));
        assertThat(RequestRecord.origin(record).garbled()).containsExactly("ce_id");
    }

    @Test
    void readsNoMoreHeadersThanItNeeds() {
        ConsumerRecord<byte[], byte[]> record = Records.record("reasoning.requests", "{}");
        for (int i = 0; i < 1_000; i++) {
            record.headers().add("h" + i, new byte[0]);
        }
        assertThat(RequestRecord.origin(record).headers()).hasSize(64);
    }
}

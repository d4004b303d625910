package dev.ponder.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.TenantId;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void knowATenantByItsTopicAndNoTenantByTwo() {
        TenantId acme = new TenantId("acme");

        assertThat(Topics.tenantOfRequests("reasoning.requests")).contains(TenantId.DEFAULT);
        assertThat(Topics.tenantOfRequests("reasoning.requests.acme")).contains(acme);
        assertThat(Topics.tenantOfRequests("reasoning.requests.default")).isEmpty();
        assertThat(Topics.tenantOfRequests("reasoning.requests.")).isEmpty();
        assertThat(Topics.tenantOfRequests("reasoning.results.acme")).isEmpty();
        assertThat(Topics.tenantOfDeadLetters("reasoning.dead-letters.acme")).contains(acme);
        assertThat(Topics.tenantOfDeadLetters("reasoning.dead-letters")).contains(TenantId.DEFAULT);
        assertThat(Topics.tenantOfDeadLetters("reasoning.requests")).isEmpty();
    }
}

package dev.ponder.router.settlement.relay;

import static dev.ponder.router.settlement.decision.Outcomes.answered;
import static dev.ponder.router.settlement.relay.Stage.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.result.Result;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.mechanics.time.ManualTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A tenant whose topics take nothing has its results put aside, and holds up nobody else's. */
final class ShutTopicsIT {

    private static final TenantId ACME = new TenantId("acme");
    private static final String RESULTS = Topics.results(ACME);
    private static final String OTHERS = Topics.results(TenantId.DEFAULT);

    @RegisterExtension
    private final Stage stage = Stage.withAcls("default", "acme");

    @ParameterizedTest
    @EnumSource(Guarantee.class)
    void putsAsideWhatHasNoTopicAndPublishesTheOthersOnce(Guarantee guarantee) throws Exception {
        // Given
        stage.deleteTopic(RESULTS);
        // When
        RunningLoop loop = stage.start(guarantee, "router-1", "default", "acme");
        stage.outcomes(answered("default", "r-1"), answered("acme", "r-1"), answered("default", "r-2"));
        stage.outcomes(answered("acme", "r-1"));
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(OTHERS)).containsExactlyInAnyOrder("r-1", "r-2");
        assertThat(stage.committed(Topics.deadLetters(ACME))).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(utf8("r-1"));
            assertThat(Result.read(letter.value()).answer()).isEqualTo("42");
            assertThat(letter.headers().lastHeader("ce_type").value()).isEqualTo(utf8(ResultHeaders.RESULT_TYPE));
            assertThat(letter.headers().lastHeader(DeadLetter.CODE).value()).isEqualTo(utf8("unpublished"));
            assertThat(letter.headers().lastHeader(DeadLetter.TOPIC).value()).isEqualTo(utf8(Topics.OUTCOMES));
        });
        await().untilAsserted(() -> assertThat(loop.counted("unpublished")).isEqualTo(1));
        assertThat(loop.counted("settled")).isEqualTo(2);
        assertThat(loop.cost("acme")).isZero();
    }

    @Test
    void publishesAgainOnceTheTopicIsThere() throws Exception {
        // Given
        stage.deleteTopic(RESULTS);
        ManualTicker ticker = new ManualTicker(Instant.now());
        RelaySettings settings = stage.settings(Guarantee.EXACTLY_ONCE, "router-1");
        stage.start(settings, new KafkaClients(settings), ticker, "default", "acme");
        stage.outcomes(answered("acme", "before"));
        stage.awaitAllSettled();
        // When
        stage.layTopic(RESULTS);
        ticker.advance(Duration.ofSeconds(10));
        stage.outcomes(answered("acme", "after"));
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(RESULTS)).containsExactly("after");
        assertThat(stage.committedKeys(Topics.deadLetters(ACME))).containsExactly("before");
    }

    @Test
    void goesOnWithoutATopicThatGoesWhileItRuns() throws Exception {
        // Given
        RunningLoop loop = stage.start(Guarantee.EXACTLY_ONCE, "router-1", "default", "acme");
        stage.outcomes(answered("default", "r-1"), answered("acme", "r-1"));
        stage.awaitAllSettled();
        // When
        stage.deleteTopic(RESULTS);
        stage.outcomes(answered("default", "r-2"), answered("acme", "r-2"), answered("default", "r-3"));
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(OTHERS)).containsExactlyInAnyOrder("r-1", "r-2", "r-3");
        assertThat(stage.committedKeys(Topics.deadLetters(ACME))).containsExactly("r-2");
        await().untilAsserted(() -> assertThat(loop.pulse().state()).isEqualTo(new LoopState.Running()));
    }

    @Test
    void putsAsideWhatItMayNotWriteAlsoWhereTheTenantsDeadLettersAreForbiddenToo() throws Exception {
        // Given
        RunningLoop loop = stage.start(Guarantee.EXACTLY_ONCE, "router-1", "default", "acme");
        stage.outcomes(answered("default", "r-1"), answered("acme", "r-1"));
        stage.awaitAllSettled();
        // When
        stage.admin()
                .createAcls(List.of(denied(RESULTS), denied(Topics.deadLetters(ACME))))
                .all()
                .get();
        TopicLook look = new TopicLook(stage.admin());
        await().until(() -> look.at(List.of(RESULTS)).get(RESULTS) instanceof TopicLook.Seen.Forbidden);
        stage.outcomes(answered("default", "r-2"), answered("acme", "r-2"), answered("default", "r-3"));
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(OTHERS)).containsExactlyInAnyOrder("r-1", "r-2", "r-3");
        List<ConsumerRecord<byte[], byte[]>> letters = stage.committed(Topics.deadLetters(TenantId.DEFAULT));
        assertThat(letters)
                .singleElement()
                .satisfies(letter -> assertThat(
                                letter.headers().lastHeader("ce_source").value())
                        .isEqualTo(utf8("/ponder/acme")));
        await().untilAsserted(() -> assertThat(loop.pulse().state()).isEqualTo(new LoopState.Running()));
    }

    private static AclBinding denied(String topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:*", "*", AclOperation.WRITE, AclPermissionType.DENY));
    }
}

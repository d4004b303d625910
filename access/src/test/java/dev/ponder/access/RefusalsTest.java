package dev.ponder.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    @Test
    void nameOperationsAndTopicAsTheRoleNeedsThem() {
        TopicAuthorizationException refused = new TopicAuthorizationException(Set.of("reasoning.work.main.batch"));

        assertThat(Refusals.explain(refused, Role.REASONER))
                .hasValue("Kafka refuses access: grant this client's principal READ and DESCRIBE_CONFIGS on topic"
                        + " reasoning.work.main.batch (./ponder acls prints all that the reasoner needs)");
        assertThat(Refusals.explain(refused, Role.ROUTER))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("READ, WRITE and DELETE on topic reasoning.work.main.batch"));
    }

    @Test
    void nameATopicThatTheRoleHasNoBusinessWith() {
        TopicAuthorizationException refused = new TopicAuthorizationException(Set.of("payroll"));

        assertThat(Refusals.explain(refused, Role.CACHE))
                .hasValueSatisfying(said -> assertThat(said).contains("DESCRIBE on topic payroll"));
    }

    @Test
    void sayWhatIsLackingWhereTheBrokerNamesNoTopic() {
        TopicAuthorizationException refused = new TopicAuthorizationException("no");

        assertThat(Refusals.explain(refused, Role.AUTOSCALER))
                .hasValueSatisfying(said -> assertThat(said).contains("DESCRIBE on topic in question"));
    }

    @Test
    void nameTheGroupThatTheBrokerNamed() {
        GroupAuthorizationException refused = GroupAuthorizationException.forGroupId("mine");

        assertThat(Refusals.explain(refused, Role.ROUTER))
                .hasValueSatisfying(said -> assertThat(said).contains("READ and DESCRIBE on group mine "));
        assertThat(Refusals.explain(new GroupAuthorizationException("no"), Role.CACHE))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("READ on every group that begins with ponder-cache-"));
    }

    @Test
    void nameTransactionalIdsAndWhatAProducerNeedsOfTheCluster() {
        assertThat(Refusals.explain(new TransactionalIdAuthorizationException("no"), Role.ROUTER))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("WRITE on every transactional id that begins with ponder-settlement"));
        assertThat(Refusals.explain(new ClusterAuthorizationException("no"), Role.TENANT))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("IDEMPOTENT_WRITE on cluster", "WRITE on any one topic"));
    }

    @Test
    void areFoundBehindWhateverIsThrownAroundThem() {
        Exception wrapped = new KafkaException(
                "cannot describe", new ExecutionException(new TopicAuthorizationException(Set.of("reasoning.chains"))));

        assertThat(Refusals.explain(wrapped, Role.CACHE))
                .hasValueSatisfying(said -> assertThat(said).contains("READ on topic reasoning.chains"));
    }

    @Test
    void sayThatALoginIsNotAccepted() {
        assertThat(Refusals.explain(new SaslAuthenticationException("bad password"), Role.CACHE))
                .hasValueSatisfying(said -> assertThat(said).contains("login", "bad password"));
    }

    @Test
    void areNotMadeOfOtherFailures() {
        assertThat(Refusals.explain(new TimeoutException("late"), Role.ROUTER)).isEmpty();
        assertThat(Refusals.explain(null, Role.ROUTER)).isEmpty();
    }

    @Test
    void stayOneLineHoweverManyTopicsAreRefused() {
        Set<String> many = new TreeSet<>();
        for (int i = 0; i < 50; i++) {
            many.add("reasoning.requests.t" + i);
        }

        assertThat(Refusals.explain(new TopicAuthorizationException(many), Role.ROUTER))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("and on 45 more").hasLineCount(1));
    }
}

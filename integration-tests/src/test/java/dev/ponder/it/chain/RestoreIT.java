package dev.ponder.it.chain;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.ProcessTree;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackLauncher;
import dev.ponder.local.launch.StackSettings;
import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code docs/backup.md} promises: from requests and chains alone everything is answered again. */
@SuppressWarnings("NullAway.Init") // start() sets the fields before the test
class RestoreIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> SERVICES = List.of("router", "reasoner", "cache");
    private static final String ROUTERS = "ponder-router";

    private ProcessTree tree;
    private Stack stack;
    private Admin admin;
    private List<TopicSpec> plan;

    @BeforeEach
    void start() throws Exception {
        Ticker ticker = Ticker.system();
        tree = ProcessTree.plant(ticker);
        stack = new StackLauncher(Checkout.current(), tree, ticker, _ -> {}).start(StackSettings.DEFAULT);
        admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrap()));
        int partitions = partitionsOf(Topics.requests(TenantId.DEFAULT)).size();
        plan = new TopicPlan(List.of(TenantId.DEFAULT), List.of(new PoolId("main")), partitions).specs();
    }

    @AfterEach
    void stop() {
        admin.close();
        stack.close();
        tree.close();
    }

    @Test
    void answersEverythingAgainFromRequestsAndChainsAlone() throws Exception {
        // Given
        List<String> ids = IntStream.range(0, 12).mapToObj(i -> "b-" + i).toList();
        try (Asker asker = new Asker(stack.bootstrap())) {
            ids.forEach(id ->
                    asker.ask("{\"id\":\"" + id + "\",\"input_text\":\"What is " + ids.indexOf(id) + " + 40?\"}"));
            ids.forEach(id -> asker.resultOf(id, PATIENCE));
        }
        for (String service : SERVICES) {
            stack.terminate(service);
        }
        // When
        layAnew();
        readRequestsFromTheBeginning();
        for (String service : SERVICES.reversed()) {
            stack.restart(service);
            stack.awaitReady(service);
        }
        // Then
        try (Asker asker = new Asker(stack.bootstrap())) {
            assertThat(ids)
                    .allSatisfy(id -> assertThat(asker.resultOf(id, PATIENCE).answer())
                            .contains(String.valueOf(ids.indexOf(id) + 40)));
            await().atMost(PATIENCE).untilAsserted(() -> {
                String again = asker.newId();
                asker.ask("{\"id\":\"" + again + "\",\"input_text\":\"What is 3 + 40?\"}");
                assertThat(asker.resultOf(again, PATIENCE).isHit()).isTrue();
            });
            asker.ask("{\"id\":\"b-new\",\"input_text\":\"What is 41 * 2?\"}");
            assertThat(asker.resultOf("b-new", PATIENCE).answer()).contains("82");
            assertThat(asker.doubled()).isEmpty();
        }
    }

    /** Deletes all but what is kept, and lays it again, empty. */
    private void layAnew() throws Exception {
        Set<String> kept = Set.of(Topics.requests(TenantId.DEFAULT), Topics.CHAINS);
        List<TopicSpec> lost =
                plan.stream().filter(spec -> !kept.contains(spec.name())).toList();
        List<String> names = lost.stream().map(TopicSpec::name).toList();
        admin.deleteTopics(names).all().get();
        await().untilAsserted(() -> assertThat(admin.listTopics().names().get()).doesNotContainAnyElementsOf(names));
        new TopicProvisioner(admin).ensureTopics(lost);
    }

    private void readRequestsFromTheBeginning() throws Exception {
        Map<TopicPartition, OffsetAndMetadata> beginnings = partitionsOf(Topics.requests(TenantId.DEFAULT)).stream()
                .collect(toMap(partition -> partition, _ -> new OffsetAndMetadata(0)));
        admin.alterConsumerGroupOffsets(ROUTERS, beginnings).all().get();
    }

    private List<TopicPartition> partitionsOf(String topic) throws Exception {
        TopicDescription found = requireNonNull(
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic), topic);
        return found.partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }
}

package dev.ponder.cache.it;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ponder.cache.Chains;
import dev.ponder.cache.wire.CacheGrpc;
import dev.ponder.cache.wire.LookupRequest;
import dev.ponder.cache.wire.LookupResponse;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.testkafka.TestBroker;
import dev.ponder.testkafka.TestKafka;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheServiceIT {

    private static final QuestionKey ONE = Chains.key(Chains.ALICE, "1+1");
    private static final QuestionKey TWO = Chains.key(Chains.ALICE, "2+2");
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @TempDir
    static Path brokerDir;

    private static TestBroker broker;

    @TempDir
    Path dir;

    private final List<RunningCache> started = new ArrayList<>();

    private ChainWriter writer;

    @BeforeAll
    static void startBroker() throws IOException {
        broker = TestKafka.fresh(brokerDir);
    }

    @AfterAll
    static void stopBroker() {
        broker.stop();
    }

    @BeforeEach
    void layTopic() throws Exception {
        makeTopic();
        writer = new ChainWriter(broker.bootstrap());
    }

    @AfterEach
    void clean() throws Exception {
        for (RunningCache one : started) {
            one.kill();
        }
        writer.close();
        removeTopic();
    }

    @Test
    void learnsTellsForgetsAndKeepsTenantsApart() throws Exception {
        startCache(Map.of());
        writer.learn(Chains.ALICE, ONE, "2");

        awaitHit(ONE, "2");
        LookupResponse foreign = ask(Chains.BOB, ONE);
        assertThat(foreign.getMiss().getReason()).isEqualTo("absent");
        awaitHit(ONE, "2");

        writer.forget(ONE);
        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> assertThat(ask(Chains.ALICE, ONE).hasMiss()).isTrue());
    }

    @Test
    void tellsAtOnceWhatItKnewBeforeAKillAndHearsWhatItMissed() throws Exception {
        writer.learn(Chains.ALICE, ONE, "2");
        startCache(Map.of());
        awaitHit(ONE, "2");

        cache().kill();
        writer.learn(Chains.ALICE, TWO, "4");
        writer.forget(ONE);
        startCache(Map.of());

        assertThat(ask(Chains.ALICE, TWO).hasHit()).isTrue();
        assertThat(ask(Chains.ALICE, ONE).hasMiss()).isTrue();
        assertThat(cache().meters()).contains("ponder_cache_lessons_total{outcome=\"learned\"} 1.0");
    }

    @Test
    void readsAnewWhatItCannotTrustAnyMore() throws Exception {
        Duration absence = Duration.ofSeconds(4);
        writer.learn(Chains.ALICE, ONE, "2");
        startCache(Map.of("cache.storage.max-absence", absence.toString()));
        awaitHit(ONE, "2");
        assertThat(cache().meters()).contains("ponder_cache_lessons_total{outcome=\"learned\"} 1.0");

        cache().signal("STOP");
        Thread.sleep(absence.plusSeconds(1)); // What is tested is that this time goes by.
        cache().signal("CONT");

        await().atMost(30, SECONDS)
                .untilAsserted(() ->
                        assertThat(cache().meters()).contains("ponder_cache_lessons_total{outcome=\"learned\"} 2.0"));
        awaitHit(ONE, "2");
    }

    @Test
    void trustsWhatItHoldsAsLongAsItAgreesWithTheTopic() throws Exception {
        Duration absence = Duration.ofSeconds(4);
        writer.learn(Chains.ALICE, ONE, "2");
        startCache(Map.of("cache.storage.max-absence", absence.toString()));
        awaitHit(ONE, "2");

        Thread.sleep(absence.multipliedBy(2)); // What is tested is that this time goes by.

        assertThat(ask(Chains.ALICE, ONE).hasHit()).isTrue();
        assertThat(cache().meters()).contains("ponder_cache_lessons_total{outcome=\"learned\"} 1.0");
    }

    @Test
    void isReadyThoughOnlyAbortedRecordsLieBehindTheLast() throws Exception {
        writer.learn(Chains.ALICE, ONE, "2");
        writer.abort(Chains.ALICE, ONE, "3");
        startCache(Map.of());

        awaitHit(ONE, "2");
        assertThat(cache().stop()).isEqualTo(143);
        writer.abort(Chains.ALICE, ONE, "3");
        startCache(Map.of());

        awaitHit(ONE, "2");
    }

    @Test
    void refillsWhenTheFolderIsLostOrDamaged() throws Exception {
        writer.learn(Chains.ALICE, ONE, "2");
        startCache(Map.of());
        awaitHit(ONE, "2");

        cache().kill();
        Path file = dir.resolve("chains.mv");
        Files.writeString(file, "not a store");
        startCache(Map.of());

        assertThat(ask(Chains.ALICE, ONE).hasHit()).isTrue();
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).anyMatch(one -> one.toString().contains(".damaged-"));
        }
    }

    @Test
    void refillsFromATopicMadeAnew() throws Exception {
        writer.learn(Chains.ALICE, ONE, "2");
        startCache(Map.of());
        awaitHit(ONE, "2");
        cache().kill();

        writer.close();
        removeTopic();
        makeTopic();
        writer = new ChainWriter(broker.bootstrap());
        writer.learn(Chains.ALICE, TWO, "4");
        startCache(Map.of());

        assertThat(ask(Chains.ALICE, TWO).hasHit()).isTrue();
        assertThat(ask(Chains.ALICE, ONE).hasMiss()).isTrue();
    }

    @Test
    void skipsWhatItCannotReadAndCountsIt() throws Exception {
        writer.commit(ONE.value(), "{\"v\":");
        writer.commit("no key", "{}");
        writer.commit(TWO.value(), "null");
        writer.learn(Chains.ALICE, ONE, "2");
        startCache(Map.of());

        awaitHit(ONE, "2");
        assertThat(cache().meters())
                .contains("ponder_cache_lessons_total{outcome=\"skipped\"} 3.0")
                .contains("ponder_cache_entries 1.0")
                .contains("ponder_cache_lookups_total{outcome=\"hit\"}");
    }

    @Test
    void isLiveButNotReadyWithoutItsTopic() throws Exception {
        removeTopic();
        started.add(RunningCache.start(broker.bootstrap(), dir, Map.of()));

        await().atMost(40, SECONDS)
                .untilAsserted(() -> assertThat(cache().health("ready")).contains("no topic " + Topics.CHAINS));
        assertThat(cache().isUp("live")).isTrue();

        makeTopic();
        awaitReady();
    }

    @Test
    void namesTheFieldThatIsWrong() throws Exception {
        startCache(Map.of());

        assertThatThrownBy(() -> ask("Nobody!", ONE.value()))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessage("INVALID_ARGUMENT: tenant is not a tenant's name");
        assertThatThrownBy(() -> ask("alice", "1+1"))
                .hasMessage("INVALID_ARGUMENT: question_key is not 64 lower-case hex digits");
    }

    @Test
    void joinsTheTraceOfItsCaller() throws Exception {
        Path spans = dir.resolve("spans.jsonl");
        startCache(Map.of("ponder.trace.file", spans.toString()));

        ask(Chains.ALICE, ONE);

        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(spans)
                        .exists()
                        .content()
                        .contains(TRACE, "\"kind\":\"SERVER\"", "ponder.cache.v1.Cache/Lookup", "\"miss\""));
    }

    private void startCache(Map<String, String> more) throws Exception {
        started.add(RunningCache.start(broker.bootstrap(), dir, more));
        awaitReady();
    }

    private RunningCache cache() {
        return started.getLast();
    }

    private void awaitReady() {
        await().atMost(60, SECONDS)
                .pollInterval(100, MILLISECONDS)
                .untilAsserted(() -> assertThat(cache().isUp("ready"))
                        .as(cache().health("ready"))
                        .isTrue());
    }

    private void awaitHit(QuestionKey key, String answer) {
        await().atMost(20, SECONDS).pollInterval(100, MILLISECONDS).untilAsserted(() -> {
            LookupResponse told = ask(Chains.ALICE, key);
            assertThat(told.getHit().getMatch()).isEqualTo("exact");
            assertThat(told.getHit().getChainJson().toStringUtf8()).isEqualTo(Chains.json(Chains.ALICE, key, answer));
        });
    }

    private LookupResponse ask(TenantId tenant, QuestionKey key) throws InterruptedException {
        return ask(tenant.value(), key.value());
    }

    private LookupResponse ask(String tenant, String key) throws InterruptedException {
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", cache().grpcPort())
                .usePlaintext()
                .build();
        try {
            Metadata headers = new Metadata();
            headers.put(
                    Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER),
                    "00-" + TRACE + "-b7ad6b7169203331-01");
            return CacheGrpc.newBlockingStub(
                            ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers)))
                    .withDeadlineAfter(5, SECONDS)
                    .lookup(LookupRequest.newBuilder()
                            .setTenant(tenant)
                            .setQuestionKey(key)
                            .build());
        } finally {
            channel.shutdownNow().awaitTermination(5, SECONDS);
        }
    }

    private static void makeTopic() throws InterruptedException {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrap()))) {
            TopicPlan plan = new TopicPlan(List.of(TenantId.DEFAULT), List.of(new PoolId("main")), 3);
            new TopicProvisioner(admin)
                    .ensureTopics(plan.specs().stream()
                            .filter(spec -> spec.name().equals(Topics.CHAINS))
                            .toList());
        }
    }

    private static void removeTopic() throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrap()))) {
            if (admin.listTopics().names().get().contains(Topics.CHAINS)) {
                admin.deleteTopics(List.of(Topics.CHAINS)).all().get();
                await().atMost(10, SECONDS)
                        .until(() -> !admin.listTopics().names().get().contains(Topics.CHAINS));
            }
        }
    }
}

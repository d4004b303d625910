package dev.ponder.local.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.result.Result;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.exchange.FollowLoop;
import dev.ponder.local.exchange.Heard;
import dev.ponder.local.exchange.Question;
import dev.ponder.local.exchange.QuestionSender;
import dev.ponder.local.exchange.TraceContext;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
import dev.ponder.mechanics.time.Ticker;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** On a real broker; the platform behind the topics is a double. */
class ConversationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final RequestId ID = new RequestId("mine");
    private static final RequestId OTHER = new RequestId("another");
    private static final Ticker TICKER = Ticker.system();

    private final WatchedOutput output = new WatchedOutput();
    private final Screen screen = new Screen(new PrintStream(output, true, UTF_8), false);
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    @Test
    void showsEachThoughtBeforeTheNextIsThere() throws Exception {
        Result result = ask(new TenantId("talk-streams"), Optional.of(screen), (id, platform) -> {
            platform.think(id, 0, "First, ");
            output.await("First, ", PATIENCE);
            platform.think(id, 1, "then.");
            output.await("First, then.", PATIENCE);
            platform.settle(Told.answer(id, "2", "engine"));
        });

        assertThat(result.answer()).isEqualTo("2");
    }

    @Test
    void putsThoughtsInOrder() throws Exception {
        ask(new TenantId("talk-orders"), Optional.of(screen), (id, platform) -> {
            platform.think(id, 1, "two ");
            platform.think(id, 0, "one ");
            platform.think(id, 2, "three");
            output.await("three", PATIENCE);
            platform.settle(Told.answer(id, "2", "engine"));
        });

        assertThat(output.text()).isEqualTo("one two three");
    }

    @Test
    void hearsNothingOfOthers() throws Exception {
        Result result = ask(new TenantId("talk-others"), Optional.of(screen), (id, platform) -> {
            platform.think(OTHER, 0, "of another");
            platform.settle(Told.answer(OTHER, "3", "engine"));
            platform.think(id, 0, "mine");
            output.await("mine", PATIENCE);
            platform.settle(Told.answer(id, "2", "engine"));
        });

        assertThat(result.id()).isEqualTo(ID.value());
        assertThat(output.text()).isEqualTo("mine");
    }

    @Test
    void letsNoThoughtSteerTheTerminal() throws Exception {
        ask(new TenantId("talk-escapes"), Optional.of(screen), (id, platform) -> {
            platform.think(id, 0, "a\u001B]52;c;AAAA\u0007b\u009B2Jc\u202E");
            output.await("c", PATIENCE);
            platform.settle(Told.answer(id, "2", "engine"));
        });

        assertThat(output.text()).isEqualTo("a\uFFFD]52;c;AAAA\uFFFDb\uFFFD2Jc\uFFFD");
    }

    @Test
    void failsWhereNoResultComesInTime() {
        Conversation conversation = new Conversation(ID, heard, TICKER, Optional.empty());

        assertThatThrownBy(() -> conversation.ask(() -> CompletableFuture.completedFuture(null), Duration.ofMillis(50)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContainingAll("no result came", ID.value());
    }

    @Test
    void failsAtOnceWhereKafkaRefuses() {
        Conversation conversation = new Conversation(ID, heard, TICKER, Optional.empty());

        assertThatThrownBy(() -> conversation.ask(
                        () -> CompletableFuture.failedFuture(new IllegalStateException("too large")), PATIENCE))
                .isInstanceOf(LaunchException.class)
                .hasMessage("Kafka did not take the question: too large");
    }

    @Test
    void failsWhereTheResultsCannotBeReadAnyMore() {
        heard.add(new Heard.Silenced("not allowed"));
        Conversation conversation = new Conversation(ID, heard, TICKER, Optional.empty());

        assertThatThrownBy(() -> conversation.ask(() -> CompletableFuture.completedFuture(null), PATIENCE))
                .isInstanceOf(LaunchException.class)
                .hasMessageEndingWith("not allowed");
    }

    private Result ask(TenantId tenant, Optional<Screen> shown, TellingPlatform.Tale tale) throws Exception {
        try (TellingPlatform platform = TellingPlatform.open(tenant, tale);
                FollowLoop _ = FollowLoop.open(LocalBroker.shared(), tenant, heard, TICKER);
                QuestionSender sender = new QuestionSender(LocalBroker.shared(), tenant)) {
            TraceContext trace = TraceContext.begin(new SplittableRandom(1));
            Result result = new Conversation(ID, heard, TICKER, shown)
                    .ask(() -> sender.send(Question.chat(ID, "What is 1 + 1?"), trace), PATIENCE);
            assertThat(platform.asked()).contains("What is 1 + 1?");
            return result;
        }
    }
}

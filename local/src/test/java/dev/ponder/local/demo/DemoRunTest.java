package dev.ponder.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.local.exchange.FollowLoop;
import dev.ponder.local.exchange.Heard;
import dev.ponder.local.exchange.Question;
import dev.ponder.local.exchange.QuestionSender;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
import dev.ponder.mechanics.time.Ticker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** Real broker, real records; the platform behind the topics is a double. */
class DemoRunTest {

    private static final Ticker TICKER = Ticker.system();

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final List<Question> questions = List.of(question("a", "one"), question("b", "two"), question("c", "one"));

    @Test
    void asksEachQuestionAndShowsTheThinkingOfTheFirst() throws InterruptedException, LaunchException {
        Summary summary = run(new TenantId("demo-clean"), Set.of());

        assertThat(summary.isClean()).isTrue();
        assertThat(summary.settled()).isEqualTo(3);
        assertThat(summary.tokens()).isEqualTo(9);
        assertThat(written.toString(UTF_8)).contains("thought of a").doesNotContain("thought of b");
    }

    @Test
    void noticesWhatIsAnsweredTwice() throws InterruptedException, LaunchException {
        Summary summary = run(new TenantId("demo-doubled"), Set.of("b"));

        assertThat(summary.doubled()).isEqualTo(1);
        assertThat(summary.isClean()).isFalse();
    }

    private Summary run(TenantId tenant, Set<String> twice) throws InterruptedException, LaunchException {
        String bootstrap = LocalBroker.shared();
        lay(bootstrap, tenant);
        BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
        Screen screen = new Screen(new PrintStream(written, true, UTF_8), false);
        try (AnsweringPlatform _ = new AnsweringPlatform(bootstrap, tenant, twice);
                FollowLoop _ = FollowLoop.open(bootstrap, tenant, heard, TICKER);
                QuestionSender sender = new QuestionSender(bootstrap, tenant)) {
            Asked asked = new Asked(questions, 50);
            DemoRun run = new DemoRun(() -> {}, sender, heard, screen, TICKER, new SplittableRandom(1), asked);
            run.showNext();
            run.askTheRest();
            return Summary.of(run.ledger());
        }
    }

    private static void lay(String bootstrap, TenantId tenant) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            new TopicProvisioner(admin)
                    .ensureTopics(new TopicPlan(List.of(tenant), List.of(new PoolId("main")), 2).specs());
        }
    }

    private static Question question(String id, String text) {
        return Question.chat(new RequestId(id), text);
    }
}

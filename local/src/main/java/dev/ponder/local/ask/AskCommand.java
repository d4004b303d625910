package dev.ponder.local.ask;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.result.Result;
import dev.ponder.local.connect.Cluster;
import dev.ponder.local.connect.ConnectOptions;
import dev.ponder.local.exchange.FollowLoop;
import dev.ponder.local.exchange.Heard;
import dev.ponder.local.exchange.Question;
import dev.ponder.local.exchange.QuestionSender;
import dev.ponder.local.exchange.TraceContext;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.ProcessTree;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackLauncher;
import dev.ponder.local.launch.StackSettings;
import dev.ponder.local.terminal.Screen;
import dev.ponder.mechanics.time.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./ponder ask}: one question, its thinking and its answer. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = {
            "Asks one question, shows the thinking as it comes, then the answer.",
            "Asks the stack that ./ponder up keeps, else the broker named, else a stack started for this one question.",
            "Ctrl-C cancels the question.",
            "Exit code 0 for an answer, 1 for an error in its place, 3 if none came in time."
        })
public final class AskCommand implements Callable<Integer> {

    private static final int HEARD_CAPACITY = 10_000;

    @Parameters(paramLabel = "QUESTION", description = "What to ask.")
    private String question = "";

    @Option(names = "--json", description = "Print the result record, and nothing else.")
    private boolean json;

    @Mixin
    private final ConnectOptions connect = new ConnectOptions();

    @Option(
            names = "--tenant",
            paramLabel = "T",
            defaultValue = "default",
            description = "Whose topics (${DEFAULT-VALUE}).")
    private TenantId tenant = TenantId.DEFAULT;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "120",
            description = "Seconds to wait for the result (${DEFAULT-VALUE}).")
    private int timeout;

    private final RandomGenerator random = RandomGenerator.getDefault();
    private final RequestId id = new RequestId("ask-" + Long.toHexString(random.nextLong()));
    private final Screen screen = Screen.standard();
    private final Screen remarks = Screen.errors();
    private final Ticker ticker = Ticker.system();
    private final Checkout checkout = Checkout.current();

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        Optional<Cluster> found = connect.find(checkout);
        if (found.isPresent()) {
            return askOrCancel(found.orElseThrow());
        }
        remarks.line(
                "Nothing is up: starting a stack for this question (./ponder up keeps one). The GPU is simulated.");
        try (ProcessTree tree = ProcessTree.plant(ticker);
                Stack stack = new StackLauncher(checkout, tree, ticker, remarks::line).start(StackSettings.DEFAULT)) {
            return ask(Cluster.at(stack.bootstrap()));
        }
    }

    /** Asks where the work would go on though nobody waits for it any more. */
    private int askOrCancel(Cluster cluster) throws InterruptedException, LaunchException {
        try (Withdrawal.Guard _ = new Withdrawal(cluster, new RequestKey(tenant, id)).atExit()) {
            return ask(cluster);
        }
    }

    private int ask(Cluster cluster) throws InterruptedException, LaunchException {
        BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(HEARD_CAPACITY);
        try (FollowLoop _ = FollowLoop.open(cluster, tenant, heard, ticker);
                QuestionSender sender = new QuestionSender(cluster, tenant)) {
            Conversation conversation =
                    new Conversation(id, heard, ticker, json ? Optional.empty() : Optional.of(screen));
            TraceContext trace = TraceContext.begin(random);
            Result result = conversation.ask(
                    () -> sender.send(Question.chat(id, question), trace), Duration.ofSeconds(timeout));
            return answer(result);
        }
    }

    private int answer(Result result) {
        if (json) {
            screen.json(result.body());
        } else {
            AnswerLines.of(result).forEach(screen::line);
        }
        return result.isError() ? 1 : 0;
    }
}

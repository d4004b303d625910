package dev.ponder.local.demo;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.local.exchange.Heard;
import dev.ponder.local.exchange.Question;
import dev.ponder.local.exchange.QuestionSender;
import dev.ponder.local.exchange.StreamedChain;
import dev.ponder.local.exchange.TraceContext;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.Vitals;
import dev.ponder.local.terminal.Screen;
import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks by the schedule and listens, on one thread: the first questions one at a time with their thinking shown, then the rest
 * open loop. Ends when every question has its result, or when none came for two minutes after the last was sent.
 */
final class DemoRun {

    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();
    private static final long LINGER_NANOS = Duration.ofMillis(1500).toNanos();
    private static final long HEAR_OUT_NANOS = Duration.ofMillis(500).toNanos();
    private static final long TURN_NANOS = Duration.ofMillis(200).toNanos();

    private final Vitals vitals;
    private final QuestionSender sender;
    private final BlockingQueue<Heard> heard;
    private final Screen screen;
    private final Ticker ticker;
    private final RandomGenerator random;
    private final int total;
    private final Schedule schedule;
    private final Ledger ledger = new Ledger();
    private final ShownTrace trace;

    /** The request whose thinking is on the screen, or null. */
    private @Nullable RequestId shown;

    private StreamedChain chain = new StreamedChain();
    private boolean chainEnded;
    private long lastSentNanos;

    DemoRun(
            Vitals vitals,
            QuestionSender sender,
            BlockingQueue<Heard> heard,
            Screen screen,
            Ticker ticker,
            RandomGenerator random,
            Asked asked) {
        this.vitals = vitals;
        this.sender = sender;
        this.heard = heard;
        this.screen = screen;
        this.ticker = ticker;
        this.random = random;
        this.total = asked.questions().size();
        this.schedule = new Schedule(asked.questions(), ticker.nanos(), asked.perSecond());
        this.trace = new ShownTrace(ticker);
    }

    /** Asks the first new question alone and shows its thinking until it is settled. */
    void showNext() throws LaunchException, InterruptedException {
        schedule.resume(ticker.nanos());
        Optional<Schedule.Due> due = schedule.take(ticker.nanos());
        if (due.isEmpty()) {
            return;
        }
        Question question = due.orElseThrow().question();
        shown = question.id();
        chain = new StreamedChain();
        chainEnded = false;
        screen.title(question.id() + "  " + question.text());
        send(due.orElseThrow());
        while (!ledger.hasResult(question.id()) && hasPatience()) {
            turn();
        }
        hearOut();
        shown = null;
        ledger.answerOf(question.id()).ifPresent(answered -> screen.line("= " + ResultLine.answer(answered.result())));
    }

    /** Results and chunks travel in different topics: the last of a chain may be heard after its result. */
    private void hearOut() throws LaunchException, InterruptedException {
        long untilNanos = ticker.nanos() + HEAR_OUT_NANOS;
        while (!chainEnded && ticker.nanos() - untilNanos < 0) {
            turn();
        }
    }

    /** Asks all others at their times, prints a line a result, and returns when all are settled or patience has ended. */
    void askTheRest() throws LaunchException, InterruptedException {
        schedule.resume(ticker.nanos());
        screen.title(ResultLine.heading());
        ledger.answers().forEach(each -> screen.line(ResultLine.of(each)));
        while ((ledger.sent() < total || ledger.answers().size() < total) && hasPatience()) {
            for (Optional<Schedule.Due> due = schedule.take(ticker.nanos());
                    due.isPresent();
                    due = schedule.take(ticker.nanos())) {
                send(due.orElseThrow());
            }
            turn();
        }
        long untilNanos = ticker.nanos() + LINGER_NANOS;
        while (ticker.nanos() - untilNanos < 0) {
            turn();
        }
    }

    Ledger ledger() {
        return ledger;
    }

    /** The trace of the first question. */
    ShownTrace trace() {
        return trace;
    }

    private boolean hasPatience() {
        return ticker.nanos() - lastSentNanos < PATIENCE_NANOS;
    }

    private void send(Schedule.Due due) {
        TraceContext context = TraceContext.begin(random);
        Question question = due.question();
        ledger.asked(due);
        trace.asked(question, context);
        lastSentNanos = ticker.nanos();
        sender.send(question, context)
                .thenRun(() -> ledger.acknowledged(question.id()))
                .exceptionally(refused -> {
                    screen.line("Kafka did not take " + question.id() + ": " + refused.getMessage());
                    return null;
                });
    }

    private void turn() throws LaunchException, InterruptedException {
        vitals.check();
        Heard next = heard.poll(schedule.quietNanos(ticker.nanos(), TURN_NANOS), TimeUnit.NANOSECONDS);
        if (next != null) {
            hear(next);
        }
    }

    private void hear(Heard next) throws LaunchException {
        switch (next) {
            case Heard.Thinking(Chunk chunk) -> show(chunk);
            case Heard.Settled settled -> settle(settled);
            case Heard.Unreadable(String place) -> screen.line("unreadable record: " + place);
            case Heard.Silenced(String why) -> throw new LaunchException("the results can't be read any more: " + why);
        }
    }

    private void show(Chunk chunk) {
        if (!chunk.id().equals(shown)) {
            return;
        }
        for (Chunk piece : chain.accept(chunk)) {
            switch (piece.kind()) {
                case REASONING -> screen.thought(piece.text());
                case ANSWER -> screen.piece(piece.text());
                case END -> chainEnded = true;
            }
        }
    }

    private void settle(Heard.Settled settled) {
        Optional<Ledger.Answered> first = ledger.settled(settled.result(), settled.atNanos());
        if (first.isPresent()) {
            schedule.settled(first.orElseThrow().question(), ticker.nanos());
            trace.settled(first.orElseThrow().question());
            if (shown == null) {
                screen.line(ResultLine.of(first.orElseThrow()));
            }
        }
    }
}

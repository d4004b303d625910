package dev.ponder.bench.dashboards;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.SloClass;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Users of several tenants who ask what is new and what was asked before, in each class, take questions back, write what nobody can read,
 * allow too little time, and one who asks for more than it may. Owns a thread while it asks.
 */
final class Crowd implements AutoCloseable {

    static final TenantId FLOOD = new TenantId("flood");
    static final List<TenantId> OTHERS =
            Stream.of("default", "acme", "globex").map(TenantId::new).toList();

    private static final int REPEATED = 12;
    /** Over the time of a run the load rises and falls, so that money is seen at several loads. */
    private static final double SWINGS_SECONDS = 90;

    private final Pen pen;
    private final double mostPerSecond;
    private final RandomGenerator chance;
    private final Thread thread;
    private final AtomicInteger asked = new AtomicInteger();

    private Crowd(Pen pen, double mostPerSecond, long seed) {
        this.pen = pen;
        this.mostPerSecond = mostPerSecond;
        this.chance = new SplittableRandom(seed);
        this.thread = Thread.ofPlatform().name("crowd").unstarted(this::run);
    }

    /** Asks from now on until it is closed. */
    static Crowd start(Pen pen, double mostPerSecond, long seed) {
        Crowd crowd = new Crowd(pen, mostPerSecond, seed);
        crowd.thread.start();
        return crowd;
    }

    /** How much was written so far. */
    int asked() {
        return asked.get();
    }

    private void run() {
        long begunNanos = System.nanoTime();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                write(asked.getAndIncrement());
                double seconds = (System.nanoTime() - begunNanos) / 1e9;
                double swing = 0.6 - 0.4 * Math.cos(2 * Math.PI * seconds / SWINGS_SECONDS);
                double gap = -Math.log(1 - chance.nextDouble()) / (mostPerSecond * swing);
                Thread.sleep(Duration.ofMillis(Math.round(1000 * gap)));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(int number) throws InterruptedException {
        TenantId tenant = OTHERS.get(chance.nextInt(OTHERS.size()));
        String id = "q-" + number;
        int kind = chance.nextInt(100);
        if (kind < 42) {
            pen.ask(tenant, pen.question(id, "What is " + number + " + 17? tokens=" + tokens(), slo(), 400));
        } else if (kind < 62) {
            String words = "What is " + chance.nextInt(REPEATED) + " times 9? tokens=40";
            pen.ask(tenant, pen.question(id, words, SloClass.INTERACTIVE, 400));
        } else if (kind < 72) {
            String words = "Tell a long story of number " + number + ". tokens=" + (350 + chance.nextInt(200));
            pen.ask(tenant, pen.question(id, words, slo(), 800).put("stream", true));
        } else if (kind < 78) {
            pen.ask(tenant, pen.question(id, "Take me back, number " + number + ". tokens=300", slo(), 400));
            Thread.sleep(Duration.ofMillis(150));
            pen.cancel(tenant, id);
        } else if (kind < 90) {
            pen.ask(FLOOD, pen.question(id, "What is " + number + " - 3? tokens=30", slo(), 6_000));
        } else {
            writeWrong(tenant, id, kind);
        }
    }

    private void writeWrong(TenantId tenant, String id, int kind) {
        if (kind < 93) {
            pen.askRaw(tenant, "{\"id\": \"" + id + "\", \"input_text\": ");
        } else if (kind < 95) {
            pen.askRaw(tenant, "{\"id\": \"" + id + "\"}");
        } else if (kind < 98) {
            String words = "There is no time for number " + id + ". tokens=700";
            pen.ask(tenant, Pen.until(pen.question(id, words, SloClass.INTERACTIVE, 800), Duration.ofSeconds(2)));
        } else {
            pen.orderRaw(tenant, "{\"cansel\": \"" + id + "\"}");
        }
    }

    private int tokens() {
        return 20 + chance.nextInt(80);
    }

    private SloClass slo() {
        int kind = chance.nextInt(10);
        if (kind < 6) {
            return SloClass.INTERACTIVE;
        }
        return kind < 8 ? SloClass.STANDARD : SloClass.BATCH;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.ponder.workqueue;

import dev.ponder.workqueue.group.ConsumerGroupQueueTest;
import dev.ponder.workqueue.share.ShareGroupQueueTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A process that takes one record, says so, and works on it until it is killed. */
public final class DoomedMember {

    private DoomedMember() {}

    static Process start(String bootstrap, String topic, Class<?> contract) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedMember.class.getName(),
                        bootstrap,
                        topic,
                        contract.getSimpleName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Arguments: bootstrap, topic, and the contract's test class, which says which adapter to open. */
    public static void main(String... arguments) {
        WorkQueueSettings settings = new WorkQueueSettings(
                Map.of("bootstrap.servers", arguments[0]),
                List.of(new WorkLane(arguments[1], arguments[1], 1)),
                1,
                HandOffRule.NEVER,
                Duration.ofSeconds(1));
        Worker worker = (_, _) -> {
            System.out.println("working");
            new CountDownLatch(1).await();
            return Verdict.done();
        };
        WorkQueueContract contract = arguments[2].equals(ShareGroupQueueTest.class.getSimpleName())
                ? new ShareGroupQueueTest()
                : new ConsumerGroupQueueTest();
        contract.opener().open(contract.shortSession(settings), worker, RoomGate.open(), QueueRim.system());
    }
}

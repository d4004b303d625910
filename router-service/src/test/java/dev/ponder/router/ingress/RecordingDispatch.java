package dev.ponder.router.ingress;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.outcome.Cancelled;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.work.Task;
import dev.ponder.router.dispatch.Dispatch;
import dev.ponder.router.sharing.Share;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Writes down what would leave the router. */
public final class RecordingDispatch implements Dispatch {

    public record Aside(DeadLetter letter, TenantId owner, String key, String value) {}

    public final List<Task> tasks = new ArrayList<>();
    public final List<Share> shares = new ArrayList<>();
    public final List<Outcome> outcomes = new ArrayList<>();
    public final List<Cancelled> cancelled = new ArrayList<>();
    public final List<Aside> asides = new ArrayList<>();

    private Uni<Void> answer = Uni.createFrom().voidItem();

    public void fail(Throwable failure) {
        answer = Uni.createFrom().failure(failure);
    }

    @Override
    public Uni<Void> work(Task task, Share share, Span span) {
        shares.add(share);
        tasks.add(task);
        return answer;
    }

    @Override
    public Uni<Void> conclude(Outcome outcome, Span span) {
        outcomes.add(outcome);
        return answer;
    }

    @Override
    public Uni<Void> cancel(Cancelled notice, Span span) {
        cancelled.add(notice);
        return answer;
    }

    @Override
    public Uni<Void> putAside(DeadLetter letter, TenantId owner, ConsumerRecord<byte[], byte[]> record) {
        asides.add(new Aside(letter, owner, text(record.key()), text(record.value())));
        return answer;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }
}

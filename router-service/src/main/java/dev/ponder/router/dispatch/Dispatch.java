package dev.ponder.router.dispatch;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.outcome.Cancelled;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.work.Task;
import dev.ponder.router.sharing.Share;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What leaves the router. Each call answers when every replica has the record. */
public interface Dispatch {

    /** Hands a task on to the work topic of its pool and class, or to the pool's surplus. */
    Uni<Void> work(Task task, Share share, Span span);

    /** Concludes a request that needs no work: a hit or a refusal. */
    Uni<Void> conclude(Outcome outcome, Span span);

    /** Tells settlement that a request's sender wants no answer any more. */
    Uni<Void> cancel(Cancelled notice, Span span);

    /** Puts a record aside; key, value and headers as they came. */
    Uni<Void> putAside(DeadLetter letter, TenantId owner, ConsumerRecord<byte[], byte[]> record);
}

package dev.ponder.router.settlement.rescue;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Dispatched;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import dev.ponder.contracts.work.WorkPlace;
import dev.ponder.router.settlement.decision.OpenWork;
import dev.ponder.router.settlement.liveness.Finding;
import dev.ponder.router.settlement.relay.WorkRecords;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;

/** Carries one finding out. Each step may be done again without harm. The rescue thread alone. */
final class Rescuer {

    private static final Logger LOGGER = Logger.getLogger(Rescuer.class);

    private final WorkRecords records;
    private final Producer<byte[], byte[]> producer;

    Rescuer(WorkRecords records, Producer<byte[], byte[]> producer) {
        this.records = records;
        this.producer = producer;
    }

    void carryOut(Finding finding) {
        OpenWork work = finding.work();
        switch (finding) {
            case Finding.Orphaned _ ->
                records.read(work.place()).ifPresentOrElse(record -> dispatchAgain(work, record), () -> lost(work));
            case Finding.Exhausted _ -> giveUp(work);
            case Finding.Overdue _ -> {
                LOGGER.infof(
                        "%s passed its deadline without an outcome",
                        work.asked().key());
                conclude(work, FaultCode.DEADLINE_MISSED, "The deadline passed before there was an answer.");
            }
            case Finding.Fading _ -> announce(work);
        }
    }

    private void dispatchAgain(OpenWork work, ConsumerRecord<byte[], byte[]> record) {
        try {
            Task task = Json.read(record.value(), Task.class).again(work.attempt() + 1);
            LOGGER.infof("%s was orphaned; attempt %d is dispatched", task.key(), task.attempt());
            RecordMetadata place = send(
                    new ProducerRecord<>(record.topic(), null, record.key(), Json.write(task), copy(record.headers())));
            WorkPlace next = new WorkPlace(place.topic(), place.partition(), place.offset());
            announce(new OpenWork(
                    work.asked().again(task.attempt()),
                    work.deadline(),
                    next,
                    work.promisedTokens(),
                    null,
                    work.notedAt()));
        } catch (UnreadableException foreign) {
            LOGGER.warnf(
                    "the work record of %s can't be read again", work.asked().key());
            lost(work);
        }
    }

    private void announce(OpenWork work) {
        Dispatched notice = new Dispatched(
                Notice.VERSION, work.asked(), work.deadline(), work.place(), work.promisedTokens(), Map.of());
        tell(notice, "dispatched");
    }

    /** Whoever settles it puts its record aside. */
    private void giveUp(OpenWork work) {
        LOGGER.infof("%s had its %d attempts and is given up", work.asked().key(), work.attempt());
        conclude(
                work,
                FaultCode.ATTEMPTS_EXHAUSTED,
                "The work ended without an outcome on each of its " + work.attempt() + " attempts and was given up.");
    }

    private void lost(OpenWork work) {
        conclude(work, FaultCode.WORK_LOST, "The work's record is not in Kafka any more; send the request again.");
    }

    private void conclude(OpenWork work, FaultCode code, String message) {
        tell(
                new Outcome.Failed(
                        Notice.VERSION, work.asked(), Fault.of(code, message), Usage.NONE, Timings.NONE, Map.of()),
                "outcome");
    }

    private void tell(Notice notice, String type) {
        String id = notice.key().id().value();
        Headers headers = new RecordHeaders();
        headers.add("ce_specversion", utf8("1.0"));
        headers.add("ce_type", utf8("dev.ponder." + type + ".v1"));
        headers.add("ce_source", utf8("/ponder/settlement"));
        headers.add("ce_id", utf8(id));
        if (notice instanceof Outcome) { // Whoever worked on it may have left progress behind, and says no more.
            headers.add(Progress.SIGN, utf8("1"));
        }
        RecordMetadata _ = send(new ProducerRecord<>(Topics.OUTCOMES, null, utf8(id), Json.write(notice), headers));
    }

    private RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        } catch (ExecutionException refused) {
            throw new KafkaException("a record was not taken by " + record.topic(), refused.getCause());
        }
    }

    private static Headers copy(Headers headers) {
        return new RecordHeaders(headers.toArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

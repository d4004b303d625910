package dev.ponder.simulation.actor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Asks, sometimes twice, sometimes takes it back; now and then asks what kills whoever thinks about it, or what nobody can read. */
public final class User {

    /** What a poisonous question says. */
    static final String POISON = "poison";

    private static final double REPEATS = 0.1;
    private static final double CANCELS = 0.1;
    private static final double POISONOUS = 0.04;
    private static final double UNREADABLE = 0.02;
    private static final long LEAST_PATIENCE_MILLIS = 20_000;
    private static final long MOST_PATIENCE_MILLIS = 240_000;

    private final World world;
    private final TenantId tenant;
    private int left;

    /** Will ask so many questions. */
    public User(World world, TenantId tenant, int questions) {
        this.world = world;
        this.tenant = tenant;
        this.left = questions;
    }

    /** Begins to ask. */
    public void start() {
        if (left > 0) {
            world.agenda().after(world.between(0, 4_000), this::ask);
        }
    }

    private void ask() {
        if (world.chance(UNREADABLE)) {
            askWhatNobodyCanRead();
        }
        RequestKey key = new RequestKey(tenant, new RequestId("q-" + left--));
        Duration patience = world.between(LEAST_PATIENCE_MILLIS, MOST_PATIENCE_MILLIS);
        String question = key + (world.chance(POISONOUS) ? " " + POISON : "");
        byte[] request = request(key, question, patience);
        Duration due = world.agenda().elapsed().plus(patience);
        send(key, question, request, due);
        if (world.chance(REPEATS)) {
            world.agenda().after(world.between(0, 20_000), () -> send(key, question, request, due));
        }
        if (world.chance(CANCELS)) {
            world.agenda().after(world.between(0, 20_000), () -> cancel(key));
        }
        start();
    }

    private void send(RequestKey key, String question, byte[] request, Duration due) {
        byte[] conversation = world.chance(1.0 / 2) ? null : utf8(key.id().value());
        ConsumerRecord<byte[], byte[]> record = world.broker()
                .append(new ProducerRecord<>(
                        Topics.requests(tenant), conversation == null ? 0 : 1, conversation, request));
        world.invariants().asked(record, key, question, due);
    }

    /** Its place is its name, and an error its result. */
    private void askWhatNobodyCanRead() {
        ConsumerRecord<byte[], byte[]> record =
                world.broker().append(new ProducerRecord<>(Topics.requests(tenant), 0, null, utf8("?")));
        RequestId place = RequestId.ofRecord(record.topic(), record.partition(), record.offset());
        world.invariants()
                .asked(record, new RequestKey(tenant, place), "", world.agenda().elapsed());
    }

    private void cancel(RequestKey key) {
        ObjectNode order = Json.mapper().createObjectNode();
        order.put("cancel", key.id().value());
        var _ = world.broker().append(new ProducerRecord<>(Topics.control(tenant), null, Json.write(order)));
        world.invariants().cancelled(key);
    }

    private byte[] request(RequestKey key, String question, Duration patience) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("id", key.id().value());
        body.put("input_text", question);
        body.putObject("ponder")
                .put("slo_class", "standard")
                .put("cache", "bypass")
                .put("deadline", world.clock().now().plus(patience).toString());
        return Json.write(body);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

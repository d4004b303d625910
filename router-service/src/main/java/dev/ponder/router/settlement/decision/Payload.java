package dev.ponder.router.settlement.decision;

import dev.ponder.contracts.json.Json;

/** A record's value, written once: its size decides, its bytes are sent. */
public final class Payload {

    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Writes a wire record as JSON. */
    public static Payload of(Object record) {
        return new Payload(Json.write(record));
    }

    /** The bytes themselves, not a copy: they are sent, never changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes. */
    public int size() {
        return bytes.length;
    }
}

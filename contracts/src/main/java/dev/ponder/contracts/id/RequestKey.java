package dev.ponder.contracts.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A request's full identity: one result may exist for each. */
public record RequestKey(TenantId tenant, RequestId id) {

    private static final int DIGEST_BYTES = 16;

    /**
     * A short name of fixed length for registers: the first 16 bytes of SHA-256 over tenant, a zero byte and id, in hex. Two
     * of a billion requests share one with a probability below 1e-20.
     */
    public String digest() {
        MessageDigest sha = sha256();
        sha.update(tenant.value().getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        byte[] whole = sha.digest(id.value().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks SHA-256, which every JDK must have", missing);
        }
    }

    @Override
    public String toString() {
        return tenant + "/" + id;
    }
}

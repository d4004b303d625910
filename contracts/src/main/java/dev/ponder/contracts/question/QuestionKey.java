package dev.ponder.contracts.question;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.request.ChatMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The canonical key of a question: equal for the same question of the same tenant to the same model, and for nothing else. How an answer is
 * drawn is no part of it; which requests the cache has to do with at all says {@link dev.ponder.contracts.request.CacheUse}.
 *
 * @param value SHA-256 in hex, 64 characters
 */
public record QuestionKey(String value) {

    private static final int HEX_LENGTH = 64;

    public QuestionKey {
        if (value.length() != HEX_LENGTH) {
            throw new IllegalArgumentException("question key is not " + HEX_LENGTH + " hex digits");
        }
    }

    /**
     * Makes the key. Every part goes in with its length before it, so that no two lists of parts read alike.
     *
     * @param tenant whose chains may answer
     * @param model whose chains may answer
     * @param maxChainLength the steps allowed; another bound is another question
     * @param messages the whole conversation
     */
    public static QuestionKey of(TenantId tenant, String model, int maxChainLength, List<ChatMessage> messages) {
        MessageDigest sha = sha256();
        add(sha, tenant.value());
        add(sha, model);
        add(sha, Integer.toString(maxChainLength));
        for (ChatMessage message : messages) {
            add(sha, message.role());
            add(sha, CanonicalText.of(message.content()));
        }
        return new QuestionKey(HexFormat.of().formatHex(sha.digest()));
    }

    private static void add(MessageDigest sha, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
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
        return value;
    }
}

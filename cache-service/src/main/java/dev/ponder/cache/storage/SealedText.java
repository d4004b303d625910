package dev.ponder.cache.storage;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A text with its CRC-32C before it, in eight hex digits. MVStore checks the frames of its pages, not what lies in them, and a
 * flipped bit in an answer would still be JSON.
 */
final class SealedText {

    private static final int DIGITS = 8;

    private SealedText() {}

    static String seal(String text) {
        return digest(text) + text;
    }

    /** Takes the seal off; empty if it is broken. */
    static Optional<String> open(String sealed) {
        if (sealed.length() < DIGITS) {
            return Optional.empty();
        }
        String text = sealed.substring(DIGITS);
        return sealed.startsWith(digest(text)) ? Optional.of(text) : Optional.empty();
    }

    private static String digest(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}

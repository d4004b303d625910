package dev.ponder.models.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in hexadecimal. */
public final class Digest {

    private static final int PIECE = 1 << 20;

    private Digest() {}

    /** Of a file. */
    public static String of(Path file) throws IOException {
        return hash("SHA-256", new byte[0], file);
    }

    /** What git calls a file: SHA-1 of a header and the content. It is all that is known of files that are not in LFS. */
    public static String gitBlob(Path file) throws IOException {
        return hash("SHA-1", ("blob " + Files.size(file) + "\0").getBytes(UTF_8), file);
    }

    /** Of a text. */
    public static String of(String text) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(text.getBytes(UTF_8)));
    }

    private static String hash(String algorithm, byte[] before, Path file) throws IOException {
        MessageDigest digest = digest(algorithm);
        digest.update(before);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has " + algorithm, missing);
        }
    }
}

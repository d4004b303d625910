package dev.ponder.models.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file as each hub's list has it. */
final class Listed {

    private Listed() {}

    static String huggingFace(String path, byte[] content) {
        String git = hex("SHA-1", ("blob " + content.length + "\0").getBytes(UTF_8), content);
        String lfs = path.endsWith(".safetensors")
                ? ",\"lfs\":{\"oid\":\"" + sha256(content) + "\",\"size\":" + content.length + ",\"pointerSize\":134}"
                : "";
        return "{\"type\":\"file\",\"oid\":\"" + git + "\",\"size\":" + content.length + ",\"path\":\"" + path + "\""
                + lfs + "}";
    }

    static String modelScope(String path, byte[] content) {
        return "{\"Type\":\"blob\",\"Path\":\"" + path + "\",\"Size\":" + content.length + ",\"Sha256\":\""
                + sha256(content) + "\"}";
    }

    static String sha256(byte[] content) {
        return hex("SHA-256", new byte[0], content);
    }

    private static String hex(String algorithm, byte[] before, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(before);
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

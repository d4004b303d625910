package dev.ponder.autoscaler.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.fabric8.kubernetes.client.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads a kubeconfig. The client takes every key in PKCS#8 for an RSA key, so one on a curve is told to it. */
public final class Kubeconfig {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final String CURVE = "EC";

    private Kubeconfig() {}

    /** The settings in a file. */
    public static Config read(Path kubeconfig) {
        if (!Files.isReadable(kubeconfig)) {
            throw new IllegalArgumentException("autoscaler.cluster.kubeconfig is not readable: " + kubeconfig);
        }
        Config settings = Config.fromKubeconfig(kubeconfig.toFile());
        if (isOnCurve(settings.getClientKeyData())) {
            settings.setClientKeyAlgo(CURVE);
        }
        return settings;
    }

    private static boolean isOnCurve(@Nullable String keyData) {
        if (keyData == null) {
            return false;
        }
        try {
            String pem = new String(Base64.getMimeDecoder().decode(keyData), US_ASCII);
            int begin = pem.indexOf(BEGIN);
            int end = pem.indexOf(END);
            if (begin < 0 || end < 0) {
                return false;
            }
            byte[] key = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            KeyFactory.getInstance(CURVE).generatePrivate(new PKCS8EncodedKeySpec(key));
            return true;
        } catch (IllegalArgumentException | NoSuchAlgorithmException | InvalidKeySpecException otherKind) {
            return false;
        }
    }
}

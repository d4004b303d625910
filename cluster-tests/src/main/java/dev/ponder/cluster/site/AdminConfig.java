package dev.ponder.cluster.site;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Reads a kubeconfig. The client takes every key in PKCS#8 for an RSA key, so one on a curve is told to it. */
final class AdminConfig {

    private static final String CURVE = "EC";

    private AdminConfig() {}

    static Config read(Path kubeconfig) {
        Config settings = Config.fromKubeconfig(kubeconfig.toFile());
        if (settings.getClientKeyData() != null && isOnCurve(settings.getClientKeyData())) {
            settings.setClientKeyAlgo(CURVE);
        }
        return settings;
    }

    private static boolean isOnCurve(String keyData) {
        try {
            String pem = new String(Base64.getMimeDecoder().decode(keyData), US_ASCII);
            byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            KeyFactory.getInstance(CURVE).generatePrivate(new PKCS8EncodedKeySpec(key));
            return true;
        } catch (IllegalArgumentException | GeneralSecurityException otherKind) {
            return false;
        }
    }
}

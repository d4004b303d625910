package dev.ponder.cache.serving;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ponder.local.broker.BrokerCertificate;
import dev.ponder.local.broker.BrokerSecurity;
import dev.ponder.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A certificate for {@code localhost} that vouches for itself, of server and client alike. */
record OwnCertificate(Path certificate, Path key) implements TlsFiles {

    static final String NAME = "localhost";

    static OwnCertificate make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        BrokerCertificate made = BrokerSecurity.make(folder, List.of()).certificate();
        char[] password = made.password().toCharArray();
        KeyStore store = KeyStore.getInstance(made.keystore().toFile(), password);
        byte[] key = store.getKey(Collections.list(store.aliases()).getFirst(), password)
                .getEncoded();
        String body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key);
        return new OwnCertificate(
                made.pem(),
                Files.writeString(
                        folder.resolve("tls.key"),
                        "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n"));
    }

    @Override
    public Path authorities() {
        return certificate;
    }

    /** The settings of a server that has them. */
    Map<String, String> settings(String prefix) {
        return Map.of(
                prefix + "certificate", certificate.toString(),
                prefix + "key", key.toString(),
                prefix + "authorities", certificate.toString());
    }
}

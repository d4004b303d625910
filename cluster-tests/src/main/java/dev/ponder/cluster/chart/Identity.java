package dev.ponder.cluster.chart;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ponder.local.broker.BrokerCertificate;
import dev.ponder.local.broker.BrokerSecurity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that vouches for itself, as the files that a Secret holds.
 *
 * @param certificate PEM, and the authority too
 * @param key PEM, PKCS#8
 */
record Identity(Path certificate, Path key) {

    private static final int PATIENCE_MILLIS = 20_000;

    static Identity make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        BrokerCertificate made = BrokerSecurity.make(folder, List.of()).certificate();
        char[] password = made.password().toCharArray();
        KeyStore store = KeyStore.getInstance(made.keystore().toFile(), password);
        Key key = store.getKey(Collections.list(store.aliases()).getFirst(), password);
        String body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key.getEncoded());
        return new Identity(
                made.pem(),
                Files.writeString(
                        folder.resolve("tls.key"),
                        "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n"));
    }

    /** The lines of a settings file that name these files. */
    String lines(String prefix) {
        return "\n%1$scertificate=%2$s\n%1$skey=%3$s\n%1$sauthorities=%2$s\n".formatted(prefix, certificate, key);
    }

    /** Trusts whoever bears the certificate, shows none, and reads the first byte that comes. */
    int greet(int port) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.startHandshake();
            try (InputStream answer = socket.getInputStream()) {
                return answer.read();
            }
        }
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "peer", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}

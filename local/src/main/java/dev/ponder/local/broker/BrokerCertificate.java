package dev.ponder.local.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A broker's key and self-signed certificate for the loopback, made with the {@code keytool} of this JDK and good for a month.
 *
 * @param keystore key and certificate, PKCS12
 * @param pem the certificate alone, for clients to trust
 * @param password of the keystore
 */
public record BrokerCertificate(Path keystore, Path pem, String password) {

    private static final String ALIAS = "broker";
    private static final String DAYS = "31";

    public BrokerCertificate {
        requireNonNull(keystore, "keystore is null");
        requireNonNull(pem, "pem is null");
        requireNonNull(password, "password is null");
    }

    static BrokerCertificate make(Path dir, String password) throws IOException, InterruptedException {
        Files.createDirectories(dir);
        BrokerCertificate made = new BrokerCertificate(
                dir.resolve("broker.p12").toAbsolutePath(),
                dir.resolve("broker.pem").toAbsolutePath(),
                password);
        made.keytool(List.of(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-validity",
                DAYS));
        made.keytool(List.of("-exportcert", "-rfc", "-file", made.pem.toString()));
        return made;
    }

    private void keytool(List<String> task) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(task);
        command.addAll(List.of(
                "-alias", ALIAS, "-storetype", "PKCS12", "-keystore", keystore.toString(), "-storepass", password));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool did not make a certificate: " + said);
        }
    }

    /** Broker keys: the broker is its own client too, and trusts itself. */
    Map<String, String> keys() {
        return Map.of(
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.location",
                keystore.toString(),
                "ssl.keystore.password",
                password,
                "ssl.key.password",
                password,
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                pem.toString());
    }

    @Override
    public String toString() {
        return "BrokerCertificate[" + pem + "]";
    }
}

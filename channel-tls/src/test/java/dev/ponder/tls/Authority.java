package dev.ponder.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Vouches for others, by the JDK's keytool. */
record Authority(Path store, Path folder) {

    private static final String PASSWORD = "only-for-a-test";

    static Authority make(Path folder) throws Exception {
        Authority made = new Authority(folder.resolve("store.p12"), Files.createDirectories(folder));
        made.keytool("-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=ca", "-ext", "bc:c");
        Files.writeString(
                folder.resolve("ca.crt"),
                pem("CERTIFICATE", made.read().getCertificate("ca").getEncoded()));
        return made;
    }

    /** A certificate that bears a host's name. */
    Party vouchFor(String alias, String host) throws Exception {
        return vouch(alias, "dns:" + host);
    }

    /** A certificate that bears such names, in keytool's words. */
    Party vouch(String alias, String names) throws Exception {
        keytool(
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias,
                "-ext",
                "san=" + names,
                "-signer",
                "ca");
        KeyStore read = read();
        StringBuilder chain = new StringBuilder();
        for (Certificate one : read.getCertificateChain(alias)) {
            chain.append(pem("CERTIFICATE", one.getEncoded()));
        }
        byte[] key = read.getKey(alias, PASSWORD.toCharArray()).getEncoded();
        return new Party(
                Files.writeString(folder.resolve(alias + ".crt"), chain),
                Files.writeString(folder.resolve(alias + ".key"), pem("PRIVATE KEY", key)),
                folder.resolve("ca.crt"));
    }

    private KeyStore read() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private void keytool(String... task) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(task));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    /** The three files of one party. */
    record Party(Path certificate, Path key, Path authorities) implements TlsFiles {}
}

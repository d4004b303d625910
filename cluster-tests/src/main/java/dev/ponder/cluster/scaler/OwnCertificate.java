package dev.ponder.cluster.scaler;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A certificate that vouches for itself, for the loopback and one more name, by the JDK's keytool.
 *
 * @param certificate a PEM file
 * @param key a PEM file in PKCS#8
 */
record OwnCertificate(Path certificate, Path key) {

    private static final String ALIAS = "scaler";
    private static final char[] PASSWORD = "only-for-a-check".toCharArray();

    /** Makes one; its files lie in the folder and begin with the name. */
    static OwnCertificate make(Path folder, String name, String host)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        Files.deleteIfExists(store);
        String also = host.matches("[0-9.]+") ? "ip:" + host : "dns:" + host;
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1,dns:localhost," + also,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("keytool ended with exit code " + exit);
        }
        return read(store, folder, name);
    }

    private static OwnCertificate read(Path file, Path folder, String name)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
        Certificate own = store.getCertificate(ALIAS);
        Key key = store.getKey(ALIAS, PASSWORD);
        return new OwnCertificate(
                Files.writeString(folder.resolve(name + ".crt"), pem("CERTIFICATE", own.getEncoded())),
                Files.writeString(folder.resolve(name + ".key"), pem("PRIVATE KEY", key.getEncoded())));
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}

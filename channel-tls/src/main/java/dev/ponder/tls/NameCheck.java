package dev.ponder.tls;

import io.grpc.util.AdvancedTlsX509TrustManager.SslSocketAndEnginePeerVerifier;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;

/**
 * Ends the handshake with a client whose certificate bears none of the names; gRPC asks it once the authorities have vouched for the
 * certificate. The client hears no more than that its certificate is not taken; the log says which names it bears. A session that is
 * resumed is not asked about again: it began here, and the names are the same for as long as the process lives. Any thread that shakes
 * hands.
 */
final class NameCheck implements SslSocketAndEnginePeerVerifier {

    private static final System.Logger LOGGER = System.getLogger(NameCheck.class.getName());

    /** The type of a general name that is a DNS name (RFC 5280, 4.2.1.6). */
    private static final int DNS = 2;

    private static final int MOST_TOLD = 32;
    private static final int MOST_NAMES = 8;
    private static final int MOST_CHARACTERS = 253;

    private final ClientNames clients;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    NameCheck(ClientNames clients) {
        this.clients = clients;
    }

    @Override
    public void verifyPeerCertificate(X509Certificate[] chain, String algorithm, Socket socket)
            throws CertificateException {
        check(chain[0]);
    }

    @Override
    public void verifyPeerCertificate(X509Certificate[] chain, String algorithm, SSLEngine engine)
            throws CertificateException {
        check(chain[0]);
    }

    private void check(X509Certificate certificate) throws CertificateException {
        List<String> borne = names(certificate);
        if (borne.stream().noneMatch(clients::has)) {
            tell(shown(borne));
            throw new CertificateException("a certificate without a name of " + clients.setting());
        }
    }

    private static List<String> names(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> all = certificate.getSubjectAlternativeNames();
        return all == null
                ? List.of()
                : all.stream()
                        .filter(one -> one.get(0).equals(DNS))
                        .map(one -> one.get(1).toString())
                        .toList();
    }

    /** A refused client comes again and again: each is told of once until {@link #tellAgain()}, and not more than some of them. */
    private void tell(String borne) {
        if (told.size() < MOST_TOLD && told.add(borne)) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "refused a client by name: its certificate bears " + borne + ", and " + clients.setting() + " has "
                            + String.join(", ", clients.names()));
        }
    }

    /** Tells anew of those that were told of. */
    void tellAgain() {
        told.clear();
    }

    /** As a log may show them: whoever asks for a certificate may have had anything written into it. */
    static String shown(List<String> borne) {
        if (borne.isEmpty()) {
            return "no DNS name";
        }
        String more = borne.size() > MOST_NAMES ? " and " + (borne.size() - MOST_NAMES) + " more" : "";
        return borne.stream().limit(MOST_NAMES).map(NameCheck::plain).collect(Collectors.joining(", ")) + more;
    }

    private static String plain(String name) {
        return name.substring(0, Math.min(name.length(), MOST_CHARACTERS)).replaceAll("[^A-Za-z0-9._*-]", "?");
    }
}

package dev.ponder.tls;

import io.grpc.ChannelCredentials;
import io.grpc.ServerCredentials;
import io.grpc.TlsChannelCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.grpc.util.AdvancedTlsX509TrustManager.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Credentials of one end of a channel. The files are looked at again and again, so that a certificate that was renewed counts for the
 * next handshake without a restart; one that can't be read leaves the one before.
 */
public final class ChannelTls implements AutoCloseable {

    /** Those who renew certificates leave hours between the new one and the end of the old one. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private static final System.Logger LOGGER = System.getLogger(ChannelTls.class.getName());

    private final ScheduledExecutorService looking;
    private final Duration every;
    private final boolean own;
    private final List<Future<?>> looks = new CopyOnWriteArrayList<>();

    /** Looks at the files each minute, on a daemon thread of its own. */
    public ChannelTls() {
        this(
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("tls-files").daemon().factory()),
                LOOK_EVERY,
                true);
    }

    /** Looks at the files each minute, by a timer of the caller's. */
    public ChannelTls(ScheduledExecutorService looking) {
        this(looking, LOOK_EVERY);
    }

    /** Looks at the files so often. */
    ChannelTls(ScheduledExecutorService looking, Duration every) {
        this(looking, every, false);
    }

    private ChannelTls(ScheduledExecutorService looking, Duration every, boolean own) {
        this.looking = looking;
        this.every = every;
        this.own = own;
    }

    /**
     * Of a client that shows who it is and believes only a server whose certificate names the host that was meant.
     *
     * @throws IllegalArgumentException naming a file that can't be used
     */
    public ChannelCredentials client(TlsFiles files) {
        return TlsChannelCredentials.newBuilder()
                .keyManager(identity(files.certificate(), files.key()))
                .trustManager(trust(
                        files.authorities(),
                        AdvancedTlsX509TrustManager.newBuilder()
                                .setVerification(Verification.CERTIFICATE_AND_HOST_NAME_VERIFICATION)))
                .build();
    }

    /**
     * Of a server that serves nobody whom its authorities don't vouch for, or whose name is not among the clients'.
     *
     * @throws IllegalArgumentException naming a file that can't be used
     */
    public ServerCredentials server(TlsFiles files, ClientNames clients) {
        return server(files.certificate(), files.key(), Optional.of(files.authorities()), clients);
    }

    /**
     * Of a server that shows who it is.
     *
     * @param authorities who vouches for clients; whoever comes is served without
     * @throws IllegalArgumentException naming a file that can't be used, or the clients' setting where nobody vouches for their names
     */
    public ServerCredentials server(Path certificate, Path key, Optional<Path> authorities, ClientNames clients) {
        if (clients.counts() && authorities.isEmpty()) {
            throw new IllegalArgumentException(
                    clients.setting() + " names clients, but no authorities are named that vouch for them");
        }
        TlsServerCredentials.Builder server = TlsServerCredentials.newBuilder().keyManager(identity(certificate, key));
        authorities.ifPresent(
                file -> server.trustManager(trust(file, clients)).clientAuth(TlsServerCredentials.ClientAuth.REQUIRE));
        return server.build();
    }

    private AdvancedTlsX509KeyManager identity(Path certificate, Path key) {
        AdvancedTlsX509KeyManager identity = new AdvancedTlsX509KeyManager();
        keep(
                "certificate " + certificate + " and key " + key + " (PEM, the key in PKCS#8)",
                () -> identity.updateIdentityCredentials(certificate.toFile(), key.toFile()));
        return identity;
    }

    private AdvancedTlsX509TrustManager trust(Path authorities, ClientNames clients) {
        AdvancedTlsX509TrustManager.Builder trusting =
                AdvancedTlsX509TrustManager.newBuilder().setVerification(Verification.CERTIFICATE_ONLY_VERIFICATION);
        if (clients.counts()) {
            NameCheck names = new NameCheck(clients);
            again(names::tellAgain);
            trusting.setSslSocketAndEnginePeerVerifier(names);
        }
        return trust(authorities, trusting);
    }

    private AdvancedTlsX509TrustManager trust(Path authorities, AdvancedTlsX509TrustManager.Builder trusting) {
        AdvancedTlsX509TrustManager trust = made(trusting);
        keep("authorities " + authorities + " (PEM)", () -> trust.updateTrustCredentials(authorities.toFile()));
        return trust;
    }

    private static AdvancedTlsX509TrustManager made(AdvancedTlsX509TrustManager.Builder trusting) {
        try {
            return trusting.build();
        } catch (CertificateException impossible) {
            throw new IllegalStateException("nothing is read yet", impossible);
        }
    }

    /** Reads now and again and again. gRPC's own repetition takes nothing shorter than a minute, which no test waits for. */
    private void keep(String what, Reading reading) {
        try {
            reading.read();
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException(what + " can't be used: " + unusable, unusable);
        }
        again(() -> readAgain(what, reading));
    }

    private void again(Runnable look) {
        looks.add(looking.scheduleWithFixedDelay(look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void readAgain(String what, Reading reading) {
        try {
            reading.read();
        } catch (IOException | GeneralSecurityException | RuntimeException unusable) {
            // What was read before goes on; a scheduler would end a task that throws, without a word.
            LOGGER.log(System.Logger.Level.WARNING, what + " can't be used, the one before goes on: " + unusable);
        }
    }

    @FunctionalInterface
    private interface Reading {

        void read() throws IOException, GeneralSecurityException;
    }

    /** Looks at files no more; credentials that were made go on with what they have. */
    @Override
    public void close() {
        looks.forEach(look -> look.cancel(true));
        if (own) {
            looking.shutdownNow();
        }
    }
}

package dev.ponder.local.broker;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * TLS, logins and ACLs for a local broker, so that access can be tried as it is in production: every connection is SASL/PLAIN
 * over TLS, and what no ACL allows is refused. Logins are made anew each time and stand in the broker's folder.
 *
 * @param certificate the broker's certificate, made here and trusted by its clients
 * @param passwords by user
 */
public record BrokerSecurity(BrokerCertificate certificate, Map<String, String> passwords) {

    /** Who may do everything: the broker itself, and who lays topics and ACLs. */
    public static final String SUPER_USER = "broker";

    private static final String PLAIN = "PLAIN";
    private static final String PROTOCOL = "SASL_SSL";
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    private static final int PASSWORD_BYTES = 16;

    public BrokerSecurity {
        requireNonNull(certificate, "certificate is null");
        passwords = Map.copyOf(passwords);
    }

    /** Makes a certificate and logins for these users; their principals are {@code User:NAME}. */
    public static BrokerSecurity make(Path dir, Collection<String> users) throws IOException, InterruptedException {
        SecureRandom random = new SecureRandom();
        Map<String, String> passwords = new HashMap<>();
        users.forEach(user -> passwords.put(user, password(random)));
        passwords.put(SUPER_USER, password(random));
        return new BrokerSecurity(BrokerCertificate.make(dir, password(random)), passwords);
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The broker's keys, for {@link LocalBroker#start(Path, Map)}. */
    public Map<String, String> overrides() {
        Map<String, String> keys = new HashMap<>(certificate.keys());
        keys.put(
                "listener.security.protocol.map",
                BrokerSettings.CLIENTS + ":" + PROTOCOL + "," + BrokerSettings.CONTROLLER + ":" + PROTOCOL);
        keys.put("sasl.enabled.mechanisms", PLAIN);
        keys.put("sasl.mechanism.inter.broker.protocol", PLAIN);
        keys.put("sasl.mechanism.controller.protocol", PLAIN);
        keys.put(jaas(BrokerSettings.CLIENTS), everybody());
        keys.put(jaas(BrokerSettings.CONTROLLER), everybody());
        keys.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        keys.put("super.users", "User:" + SUPER_USER);
        keys.put("allow.everyone.if.no.acl.found", "false");
        return keys;
    }

    private static String jaas(String listener) {
        return "listener.name." + listener.toLowerCase(Locale.ROOT) + ".plain.sasl.jaas.config";
    }

    private String everybody() {
        String users = passwords.entrySet().stream()
                .map(login -> " user_" + login.getKey() + "=\"" + login.getValue() + "\"")
                .collect(Collectors.joining());
        return login(SUPER_USER) + users + ";";
    }

    /** What a client is told to come as that user, in Kafka's names, the address left out. */
    public Map<String, String> client(String user) {
        return Map.ofEntries(
                entry("security.protocol", PROTOCOL),
                entry("sasl.mechanism", PLAIN),
                entry("sasl.jaas.config", login(user) + ";"),
                entry("ssl.truststore.type", "PEM"),
                entry("ssl.truststore.location", certificate.pem().toString()));
    }

    private String login(String user) {
        String password = passwords.get(user);
        if (password == null) {
            throw new IllegalArgumentException("no such user: " + user);
        }
        return LOGIN + " username=\"" + user + "\" password=\"" + password + "\"";
    }

    @Override
    public String toString() {
        return "BrokerSecurity[users=" + passwords.keySet() + "]";
    }
}

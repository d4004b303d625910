package dev.ponder.tls;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * Which clients a server serves, of those its authorities vouch for: whose certificate bears one of these names, in whichever case,
 * among the DNS names of its {@code subjectAltName}. The common name is not looked at, and no name stands for others.
 *
 * @param setting the key that says them, for who reads the log
 * @param names none: whoever the authorities vouch for
 */
public record ClientNames(String setting, List<String> names) {

    /**
     * Takes the names as they were written.
     *
     * @throws IllegalArgumentException where one is empty, which nobody bears
     */
    public ClientNames {
        requireNonNull(setting, "setting is null");
        names = names.stream().map(ClientNames::plain).toList();
        if (names.contains("")) {
            throw new IllegalArgumentException(
                    setting + " has an empty name: write DNS names with commas between them");
        }
    }

    /** Whether names are looked at. */
    boolean counts() {
        return !names.isEmpty();
    }

    /** Whether one of the names is this one. */
    boolean has(String name) {
        return names.contains(plain(name));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}

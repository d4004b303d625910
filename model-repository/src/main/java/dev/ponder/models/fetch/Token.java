package dev.ponder.models.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the token of a hub: in a file, or in an environment variable that is named; never on the command line. */
final class Token {

    private Token() {}

    /**
     * Reads it.
     *
     * @param file that holds it; null for none
     * @param variable that holds it; null for none
     * @param value of the variable; null where it is not set
     * @return null where neither is named
     */
    static @Nullable String read(@Nullable Path file, @Nullable String variable, @Nullable String value)
            throws IOException {
        if (file != null) {
            return solid(Files.readString(file).strip(), file.toString());
        }
        return variable == null ? null : solid(value == null ? "" : value.strip(), "variable " + variable);
    }

    private static String solid(String token, String where) throws IOException {
        if (token.isEmpty() || token.chars().anyMatch(one -> one <= ' ' || one > '~')) {
            throw new IOException("the token of " + where + " is empty or no single word; write the token alone");
        }
        return token;
    }
}

package dev.ponder.models.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checksums as {@code sha256sum} writes them.
 *
 * @param sums by path
 */
record SumsFile(Map<String, String> sums) {

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64})[ \\t]+\\*?(?:\\./)?(\\S.*)");

    SumsFile {
        sums = Map.copyOf(sums);
    }

    /** Reads the file; without one there are no sums. */
    static SumsFile read(Path file) throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                Matcher parts = LINE.matcher(line.strip());
                if (!line.isBlank() && !parts.matches()) {
                    throw FetchException.forGood(file + ": \"" + line + "\" is no line of sha256sum");
                }
                if (!line.isBlank()) {
                    sums.put(parts.group(2), parts.group(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        return new SumsFile(sums);
    }

    RemoteFile.@Nullable Sum of(String path) {
        String hex = sums.get(path);
        return hex == null ? null : new RemoteFile.Sum(RemoteFile.Sum.Kind.SHA256, hex);
    }

    /** A file that has a sum and is not there makes a snapshot of less than it should be. */
    void requireAll(List<String> there, Path folder) throws FetchException {
        for (String path : sums.keySet()) {
            if (!there.contains(path)) {
                throw FetchException.forGood(folder + " lacks " + path + ", which SHA256SUMS names; copy it again");
            }
        }
    }
}

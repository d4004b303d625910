package dev.ponder.cluster.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys that the chart writes into the services' files by itself, read from its templates.
 *
 * @param keys each with {@code <>} where a name stands
 */
record WrittenKeys(Set<String> keys) {

    private static final Pattern LINE = Pattern.compile("(?m)^((?:\\{\\{ [$a-z.]+ }}|[a-z.-])+)=");
    private static final Pattern TLS =
            Pattern.compile("\"ponder\\.tlsSettings\" \\(dict \"root\" \\S+ \"prefix\" \"([^\"]+)\"");

    WrittenKeys {
        keys = Set.copyOf(keys);
    }

    static WrittenKeys ofTheChart() throws IOException {
        Path templates = Chart.folder().resolve("templates");
        String text =
                Files.readString(templates.resolve("_config.tpl")) + Files.readString(templates.resolve("_kafka.tpl"));
        Set<String> keys = new HashSet<>();
        Matcher lines = LINE.matcher(text);
        while (lines.find()) {
            keys.add(lines.group(1)
                    .replace("{{ $key }}", "autoscaler.pools.<>.")
                    .replace("{{ $p }}", "kafka.")
                    .replaceAll("\\{\\{ [$a-z.]+ }}", "<>"));
        }
        Matcher files = TLS.matcher(text);
        while (files.find()) {
            Stream.of("certificate", "key", "authorities").forEach(file -> keys.add(files.group(1) + file));
        }
        return new WrittenKeys(keys);
    }

    /** Whether the chart writes a key of a book, or one of those that its {@code *} stands for. */
    boolean has(String key) {
        String plain = key.replaceAll("<[a-z]+>", "<>");
        return plain.endsWith("*")
                ? keys.stream().anyMatch(one -> one.startsWith(plain.substring(0, plain.length() - 1)))
                : keys.contains(plain);
    }
}

package dev.ponder.cluster.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The table of keys in a service's README.
 *
 * @param keys each in full, with its places for names: {@code autoscaler.pools.<pool>.hold}, {@code mp.messaging.incoming.orders.*}
 */
record Book(List<String> keys) {

    private static final String HEAD = "| key |";

    Book {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("the book has no table that begins with " + HEAD);
        }
    }

    /** That of a service, by its short name: {@code router}. */
    static Book of(String service) {
        Path book = Chart.folder().resolve("../../" + service + "-service/README.md");
        try (Stream<String> lines = Files.lines(book)) {
            return new Book(lines.dropWhile(line -> !line.startsWith(HEAD))
                    .takeWhile(line -> line.startsWith("|"))
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> line.substring(1, line.indexOf('|', 1)))
                    .flatMap(Book::cells)
                    .toList());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** What matches each of them, whatever names stand in it. */
    Stream<Pattern> patterns() {
        return keys.stream()
                .map(key -> Pattern.compile(Pattern.quote(key)
                        .replaceAll("<[a-z]+>", "\\\\E[^=.]+\\\\Q")
                        .replace("*", "\\E.+\\Q")));
    }

    /** {@code ….hold} goes on from the pool, {@code .max} from the key before it in its cell. */
    private static Stream<String> cells(String cell) {
        List<String> names =
                Stream.of(cell.split("[`, ]+")).filter(name -> !name.isEmpty()).toList();
        String first = names.isEmpty() ? "" : whole(names.getFirst());
        return names.stream()
                .map(Book::whole)
                .map(name -> name.startsWith(".") ? first.substring(0, first.lastIndexOf('.')) + name : name);
    }

    private static String whole(String name) {
        return name.replace("….", "autoscaler.pools.<pool>.");
    }
}

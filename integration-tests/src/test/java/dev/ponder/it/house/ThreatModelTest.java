package dev.ponder.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of the threat model names tests that are there, or says that there are none. */
class ThreatModelTest {

    private static final Path ROOT = ModulePoms.root();
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT|Checks))(?:\\.(\\w+))?`");
    private static final int SHOWN_BY = 4;

    private final Map<String, List<Path>> tests = tests();

    @Test
    void namesTestsThatAreThere() throws IOException {
        List<String> shownBy = rows();

        assertThat(shownBy)
                .hasSizeGreaterThan(15)
                .allSatisfy(cell -> assertThat(cell)
                        .matches(text -> NAMED.matcher(text).find() || text.contains("not tested"), "names a test"));
        assertThat(shownBy.stream().flatMap(cell -> NAMED.matcher(cell).results()))
                .allMatch(this::isThere, "is there");
    }

    private boolean isThere(MatchResult named) {
        String method = named.group(2);
        return tests.getOrDefault(named.group(1), List.of()).stream()
                .anyMatch(file -> method == null || read(file).contains("void " + method + "("));
    }

    private static List<String> rows() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/threat-model.md"));
        String table = page.substring(page.indexOf("| shown by |"), page.indexOf("## What has to be set"));
        return table.lines()
                .skip(2)
                .filter(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[SHOWN_BY])
                .toList();
    }

    /** Some names are there twice. */
    private static Map<String, List<Path>> tests() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().matches(".*/src/(test|main)/java/.*(Test|IT|Checks)\\.java"))
                    .collect(Collectors.groupingBy(
                            file -> file.getFileName().toString().replace(".java", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

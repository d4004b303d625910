package dev.ponder.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Each page's links within the house lead somewhere, to the heading too. */
class PageLinksTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of(".git", ".ponder", "target", "node_modules");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```");

    private record Link(Path page, String target, String heading) {

        Path file() {
            return target.isEmpty() ? page : page.resolveSibling(target).normalize();
        }

        boolean leadsSomewhere() {
            return Files.exists(file()) && (heading.isEmpty() || anchors(file()).contains(heading));
        }
    }

    @Test
    void leadSomewhere() throws IOException {
        List<Link> links;
        try (Stream<Path> files = Files.walk(ROOT)) {
            links = files.filter(PageLinksTest::isOurPage)
                    .flatMap(PageLinksTest::links)
                    .toList();
        }

        assertThat(links).hasSizeGreaterThan(10).allMatch(Link::leadsSomewhere);
    }

    private static boolean isOurPage(Path file) {
        Path within = ROOT.relativize(file);
        return file.toString().endsWith(".md")
                && StreamSupport.stream(within.spliterator(), false)
                        .map(Path::toString)
                        .noneMatch(NOT_OURS::contains);
    }

    private static Stream<Link> links(Path page) {
        return LINK.matcher(CODE.matcher(read(page)).replaceAll(""))
                .results()
                .map(found -> new Link(page, found.group(1), heading(found)));
    }

    private static String heading(MatchResult found) {
        return found.group(2) == null ? "" : found.group(2);
    }

    /** Headings as a forge makes anchors of them: in small letters, without signs, blanks as dashes. */
    private static Set<String> anchors(Path page) {
        return HEADING.matcher(read(page))
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .map(heading ->
                        heading.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.ponder.models.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Parts of an address. Pure. */
final class UrlText {

    private UrlText() {}

    static String part(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    static String path(String path) {
        return Arrays.stream(path.split("/")).map(UrlText::part).collect(Collectors.joining("/"));
    }
}

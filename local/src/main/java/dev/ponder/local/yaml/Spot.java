package dev.ponder.local.yaml;

import dev.ponder.local.terminal.Excerpt;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Where something stands in a file.
 *
 * @param file its name
 * @param path of keys to it; empty for the whole
 */
record Spot(String file, String path) {

    private static final int SHOWN = 40;

    Spot at(String key) {
        String shown = Excerpt.of(key, SHOWN);
        return new Spot(file, path.isEmpty() ? shown : path + "." + shown);
    }

    Spot at(int index) {
        return new Spot(file, path + "[" + index + "]");
    }

    WrongYamlException wrong(Node node, String fix) {
        return new WrongYamlException(place(node) + subject() + " is " + shown(node) + "; " + fix);
    }

    WrongYamlException missing(Node around, String fix) {
        return new WrongYamlException(place(around) + subject() + " is missing; " + fix);
    }

    WrongYamlException unknown(Node node, String nearest, String known) {
        return new WrongYamlException(
                "%s%s is no key; the nearest is %s (there are %s)".formatted(place(node), path, nearest, known));
    }

    WrongYamlException conflict(Node node, String what) {
        return new WrongYamlException(place(node) + (path.isEmpty() ? "" : path + ": ") + what);
    }

    private String place(Node node) {
        return file + ", line " + (node.getStartMark().getLine() + 1) + ": ";
    }

    private String subject() {
        return path.isEmpty() ? "the file" : path;
    }

    private static String shown(Node node) {
        return switch (node.getNodeId()) {
            case scalar -> shown(((ScalarNode) node).getValue());
            case sequence -> "a list";
            default -> "a map";
        };
    }

    private static String shown(String text) {
        return text.isEmpty() ? "empty" : "\"" + Excerpt.of(text, SHOWN) + "\"";
    }
}

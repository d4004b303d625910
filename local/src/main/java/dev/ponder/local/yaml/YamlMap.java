package dev.ponder.local.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A map of a YAML file. Whoever reads it says first which keys there are; everything else is refused by name. All methods throw
 * {@link WrongYamlException} where the file holds something else than what is asked for.
 */
public final class YamlMap {

    private static final int LONGEST_NUMBER = 40;

    private final Spot spot;
    private final Node node;
    private final Map<String, Node> values;

    private YamlMap(Spot spot, Node node, Map<String, Node> values) {
        this.spot = spot;
        this.node = node;
        this.values = values;
    }

    static YamlMap of(Spot spot, Node node) throws WrongYamlException {
        if (!(node instanceof MappingNode mapping)) {
            throw spot.wrong(node, "write keys with values");
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw spot.wrong(tuple.getKeyNode(), "write a word as a key");
            }
            if (values.put(key.getValue(), tuple.getValueNode()) != null) {
                throw spot.at(key.getValue()).wrong(tuple.getValueNode(), "and stands there twice; write it once");
            }
        }
        return new YamlMap(spot, node, values);
    }

    /** Refuses every key but these. */
    public YamlMap only(String... keys) throws WrongYamlException {
        List<String> known = List.of(keys);
        for (Map.Entry<String, Node> each : values.entrySet()) {
            if (!known.contains(each.getKey())) {
                throw spot.at(each.getKey())
                        .unknown(each.getValue(), Nearest.to(each.getKey(), known), String.join(", ", known));
            }
        }
        return this;
    }

    /** Whether a key stands there. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The map of a key. */
    public YamlMap map(String key) throws WrongYamlException {
        return of(spot.at(key), value(key, "write keys below it"));
    }

    /** The maps of a key's list. */
    public List<YamlMap> maps(String key) throws WrongYamlException {
        String fix = "write a list, each entry beginning with a hyphen";
        if (!(value(key, fix) instanceof SequenceNode list)) {
            throw wrong(key, fix);
        }
        List<YamlMap> maps = new ArrayList<>();
        for (Node each : list.getValue()) {
            maps.add(of(spot.at(key).at(maps.size()), each));
        }
        return maps;
    }

    /** The text of a key, not blank. */
    public String text(String key) throws WrongYamlException {
        String fix = "write a text";
        if (value(key, fix) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw wrong(key, fix);
    }

    /** The number of a key, within a range. */
    public BigDecimal number(String key, Range range) throws WrongYamlException {
        String fix = "write a number " + range;
        if (value(key, fix) instanceof ScalarNode scalar && scalar.getValue().length() <= LONGEST_NUMBER) {
            try {
                BigDecimal number = new BigDecimal(scalar.getValue());
                if (range.holds(number)) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // Said below, as for a number out of range.
            }
        }
        throw wrong(key, fix);
    }

    /** The same, or a number where the key is not there. */
    public BigDecimal number(String key, Range range, BigDecimal otherwise) throws WrongYamlException {
        return has(key) ? number(key, range) : otherwise;
    }

    /** What stands for the word of a key. */
    public <T> T choice(String key, Map<String, T> choices) throws WrongYamlException {
        String fix = "write one of " + String.join(", ", choices.keySet());
        T chosen = value(key, fix) instanceof ScalarNode scalar ? choices.get(scalar.getValue()) : null;
        if (chosen == null) {
            throw wrong(key, fix);
        }
        return chosen;
    }

    /** What to throw where a key's value cannot be what it is, or where the key is missing. */
    public WrongYamlException wrong(String key, String fix) {
        Node value = values.get(key);
        return value == null ? spot.at(key).missing(node, fix) : spot.at(key).wrong(value, fix);
    }

    /** What to throw where values do not go together. */
    public WrongYamlException wrong(String what) {
        return spot.conflict(node, what);
    }

    private Node value(String key, String fix) throws WrongYamlException {
        Node value = values.get(key);
        if (value == null) {
            throw wrong(key, fix);
        }
        return value;
    }
}

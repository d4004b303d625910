package dev.ponder.local.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a small YAML file. */
public final class YamlFile {

    /** A file that people write is far below it; what is larger would only cost memory. */
    private static final int LARGEST = 1 << 20;

    private YamlFile() {}

    /**
     * Reads a file that holds one map.
     *
     * @throws WrongYamlException if it does not
     * @throws IOException if it cannot be read
     */
    public static YamlMap read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > LARGEST) {
                throw new WrongYamlException(name + ": it is larger than " + LARGEST + " bytes; name a smaller file");
            }
            return read(name, Files.readString(file, UTF_8));
        } catch (NoSuchFileException none) {
            throw new WrongYamlException(file + ": there is no such file; name one that is there", none);
        } catch (CharacterCodingException binary) {
            throw new WrongYamlException(name + ": it is no text; write it in UTF-8", binary);
        }
    }

    /**
     * Reads a text that holds one map.
     *
     * @param name what messages call it
     * @throws WrongYamlException if it does not
     */
    public static YamlMap read(String name, String text) throws WrongYamlException {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(Reader.of(text));
            if (root == null) {
                throw new WrongYamlException(name + ": it is empty; write keys into it");
            }
            return YamlMap.of(new Spot(name, ""), root);
        } catch (MarkedYAMLException unreadable) {
            int line = unreadable.getProblemMark() == null
                    ? 1
                    : unreadable.getProblemMark().getLine() + 1;
            throw new WrongYamlException(name + ", line " + line + ": no YAML: " + unreadable.getProblem(), unreadable);
        } catch (YAMLException unreadable) {
            throw new WrongYamlException(name + ": no YAML: " + unreadable.getMessage(), unreadable);
        }
    }
}

package dev.ponder.it.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the modules' POMs: who uses whom of our own. */
final class ModulePoms {

    private static final String OURS = "dev.ponder";

    private ModulePoms() {}

    /** Gives each module's own-house dependencies, those of its tests left out. */
    static Map<String, Set<String>> compileDependencies() {
        Map<String, Set<String>> uses = new TreeMap<>();
        NodeList modules = read(root().resolve("pom.xml")).getElementsByTagName("module");
        for (int i = 0; i < modules.getLength(); i++) {
            String module = modules.item(i).getTextContent().strip();
            uses.put(module, usedBy(read(root().resolve(module).resolve("pom.xml"))));
        }
        return uses;
    }

    private static Set<String> usedBy(Document pom) {
        Set<String> used = new TreeSet<>();
        NodeList dependencies = pom.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            boolean ours = text(dependency, "groupId").equals(OURS);
            if (ours && !text(dependency, "scope").equals("test")) {
                used.add(text(dependency, "artifactId"));
            }
        }
        return used;
    }

    private static String text(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    /** The top of the checkout. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("contracts"))
                ? here
                : here.resolve("..").normalize();
    }

    private static Document read(Path pom) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IllegalStateException(pom + " is no readable POM", unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

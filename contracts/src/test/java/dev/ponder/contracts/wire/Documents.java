package dev.ponder.contracts.wire;

import static java.util.Objects.requireNonNull;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The schemas that ship and the golden records of the tests. */
final class Documents {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Documents() {}

    /** Says what the schema has against a value; nothing if it is fine. */
    static List<String> complaints(String schema, String json) {
        Schema loaded = REGISTRY.getSchema(text("/wire/schemas/" + schema + ".schema.json"), InputFormat.JSON);
        return loaded.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    static String golden(String name) {
        return text("/golden/" + name + ".json");
    }

    static String text(String resource) {
        try (InputStream in = requireNonNull(Documents.class.getResourceAsStream(resource), resource + " is missing")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

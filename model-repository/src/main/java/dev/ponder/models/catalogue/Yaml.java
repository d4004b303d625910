package dev.ponder.models.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;

/** Reads records from YAML: unknown keys are refused, and what is wrong is said with about its line and its path of keys. */
public final class Yaml {

    private static final ObjectMapper MAPPER = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private Yaml() {}

    /**
     * Reads one value.
     *
     * @param name what messages call the file
     * @throws IOException if it can't be read or is not what it should be
     */
    public static <T> T read(String name, InputStream in, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(in, type);
        } catch (JacksonException wrong) {
            throw new IOException(name + line(wrong.getLocation()) + ": " + path(wrong) + why(wrong), wrong);
        }
    }

    private static String line(JsonLocation place) {
        return place == null || place.getLineNr() < 1 ? "" : ", near line " + place.getLineNr();
    }

    private static String path(JacksonException wrong) {
        if (!(wrong instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining(".", "", ": "));
    }

    private static String why(JacksonException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown -> "is no key; there are " + unknown.getKnownPropertyIds();
            case ValueInstantiationException refused
            when refused.getCause() != null -> String.valueOf(refused.getCause().getMessage());
            default -> wrong.getOriginalMessage();
        };
    }
}

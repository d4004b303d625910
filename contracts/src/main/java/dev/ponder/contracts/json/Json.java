package dev.ponder.contracts.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** The one JSON dialect of the wire: snake case, ISO times, nothing for null, no field twice, bounded depth. */
public final class Json {

    /** How deep a record of our own may nest. */
    public static final int MAX_DEPTH = 64;

    /**
     * How deep what others write may nest; a chat body needs six. Less than our own records may, since those carry its unknown fields
     * in objects of theirs.
     */
    public static final int MAX_FOREIGN_DEPTH = 56;

    private static final ObjectMapper MAPPER = mapper(MAX_DEPTH);
    private static final ObjectMapper FOREIGN = mapper(MAX_FOREIGN_DEPTH);

    private Json() {}

    private static ObjectMapper mapper(int depth) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(depth)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** The mapper behind it, for trees. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads what somebody else wrote, at most {@link #MAX_FOREIGN_DEPTH} levels deep.
     *
     * @throws JsonProcessingException if it is not JSON or beyond what is read; its message may hold content
     */
    public static JsonNode readForeign(String json) throws JsonProcessingException {
        return FOREIGN.readTree(json);
    }

    /** Writes a wire record as UTF-8 JSON. */
    public static byte[] write(Object record) {
        try {
            return MAPPER.writeValueAsBytes(record);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(
                    "no wire record: " + record.getClass().getName(), unwritable);
        }
    }

    /**
     * Reads a wire record of our own.
     *
     * @throws UnreadableException if it is not JSON or not of that form; its message holds no content
     */
    public static <T> T read(byte[] json, Class<T> type) throws UnreadableException {
        try {
            T record = MAPPER.readValue(json, type);
            if (record == null) {
                throw new IllegalArgumentException("JSON null is no record");
            }
            return record;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UnreadableException(type, unreadable);
        }
    }
}

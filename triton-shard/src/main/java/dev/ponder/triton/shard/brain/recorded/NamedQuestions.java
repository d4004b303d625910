package dev.ponder.triton.shard.brain.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Questions by their names, for answers that name theirs only: by {@code id}, where {@code q-SET/7} and {@code SET-7} are the same, or
 * else by {@code gid}. A {@code gid} names all questions that begin alike, so the first that bears it is taken.
 */
final class NamedQuestions {

    private static final List<String> FIELDS = List.of("text", "question");

    private final Map<String, String> byId = new HashMap<>();
    private final Map<String, String> byGid = new HashMap<>();

    /** Notes a row of a file of questions. */
    void add(JsonNode row) {
        RowTexts.first(row, FIELDS).ifPresent(text -> {
            RowTexts.text(row, "id").ifPresent(id -> byId.putIfAbsent(plain(id), text));
            RowTexts.text(row, "gid").ifPresent(gid -> byGid.putIfAbsent(gid, text));
        });
    }

    /** The question that a row of answers names. */
    Optional<String> of(JsonNode row) {
        return Stream.of(find(row, "id", NamedQuestions::plain, byId), find(row, "gid", name -> name, byGid))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> find(
            JsonNode row, String field, UnaryOperator<String> form, Map<String, String> questions) {
        return RowTexts.text(row, field).map(form).map(questions::get);
    }

    private static String plain(String id) {
        return (id.startsWith("q-") ? id.substring("q-".length()) : id).replace('/', '-');
    }
}

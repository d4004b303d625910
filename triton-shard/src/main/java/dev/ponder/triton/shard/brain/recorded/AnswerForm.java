package dev.ponder.triton.shard.brain.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a row can hold answers. A row's answers are what the first form gives that gives anything. Pure. */
final class AnswerForm {

    /** What is looked for, to be said where nothing is found. */
    static final String LOOKED_FOR = "samples, texts, outputs, weak, strong, final, steps, answers or preds";

    private static final List<String> SAMPLE_FIELDS = List.of("text", "code", "output");

    private static final List<Function<JsonNode, Stream<String>>> FORMS = List.of(
            row -> objects(row.path("samples")),
            row -> RowTexts.texts(RowTexts.elements(row.path("texts"))),
            row -> objects(row.path("outputs")),
            row -> objects(Stream.of(row.path("weak"), row.path("strong"))),
            row -> objects(row.path("final")),
            AnswerForm::kept,
            row -> chain(row.path("steps")).stream(),
            row -> RowTexts.texts(RowTexts.elements(row.path("answers")).map(AnswerForm::bare)),
            row -> RowTexts.text(row, "preds").stream().flatMap(AnswerForm::letters));

    private AnswerForm() {}

    /** All answers of a row, in the order drawn; empty where there are none. */
    static List<String> of(JsonNode row) {
        return FORMS.stream()
                .map(form -> form.apply(row).toList())
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** A list, or an object by model, of samples. */
    private static Stream<String> objects(JsonNode listOrObject) {
        return objects(RowTexts.elements(listOrObject));
    }

    /** A sample may also be the text itself. */
    private static Stream<String> objects(Stream<JsonNode> samples) {
        return samples.flatMap(sample ->
                RowTexts.texts(Stream.of(sample)).findFirst().or(() -> RowTexts.first(sample, SAMPLE_FIELDS)).stream());
    }

    /** What the last step of a search kept. */
    private static Stream<String> kept(JsonNode row) {
        JsonNode steps = row.path("steps");
        return RowTexts.texts(RowTexts.elements(steps.path(steps.size() - 1).path("select_new_ys")));
    }

    /** Steps that are texts are one chain. */
    private static Optional<String> chain(JsonNode steps) {
        return Optional.of(RowTexts.texts(RowTexts.elements(steps)).collect(Collectors.joining("\n")))
                .filter(text -> !text.isEmpty());
    }

    /** An answer without a thought, which may be the first of a list about it. */
    private static JsonNode bare(JsonNode answer) {
        return answer.isArray() ? answer.path(0) : answer;
    }

    /** A letter a model, a dash where it gave none. */
    private static Stream<String> letters(String letters) {
        return letters.chars().filter(Character::isLetter).mapToObj(Character::toString);
    }
}

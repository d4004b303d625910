package dev.ponder.triton.shard.brain.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words by which a row's question may be asked. Pure. */
final class QuestionForm {

    /** What is looked for, to be said where nothing is found. */
    static final String LOOKED_FOR = "question, text, puzzle, input, sentences, or code with a mode";

    private static final List<String> FIELDS = List.of("question", "text", "puzzle", "input");
    /** How the task of four closing sentences is put where it is asked. */
    private static final String PASSAGE =
            "Write a coherent passage of 4 short paragraphs. The end sentence of each paragraph must be: ";

    private QuestionForm() {}

    /** All forms of a row's question; none where it has no question. */
    static List<String> of(JsonNode row) {
        if (row.path("mode").isTextual() && row.path("code").isTextual()) {
            return List.of(ofCode(row));
        }
        return RowTexts.text(row, "sentences")
                .map(sentences -> List.of(PASSAGE + sentences, sentences))
                .orElseGet(() -> RowTexts.first(row, FIELDS)
                        .map(text -> withChoices(text, row))
                        .orElse(List.of()));
    }

    /** A function, and what to fill in: an input that leads to the output, or the output of an input. */
    private static String ofCode(JsonNode row) {
        String assertion = row.path("mode").asText().equals("input")
                ? "f(??) == " + row.path("output").asText()
                : "f(" + row.path("input").asText() + ") == ??";
        return row.path("code").asText() + "\nassert " + assertion;
    }

    private static List<String> withChoices(String question, JsonNode row) {
        String choices = RowTexts.texts(RowTexts.elements(row.path("options"))).collect(Collectors.joining("\n"));
        return Optional.of(choices)
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(question, question + "\n" + text))
                .orElse(List.of(question));
    }
}

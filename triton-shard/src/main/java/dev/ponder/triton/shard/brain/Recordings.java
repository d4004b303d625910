package dev.ponder.triton.shard.brain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Reads files of sampled answers, a JSON object a line, plain or gzipped. The question stands under {@code question},
 * {@code text} or {@code puzzle}; the answers under {@code samples} (a list, or an object by model, of {@code text} or
 * {@code code}), {@code texts} (an object by model) or {@code answers} (a list of texts).
 */
public final class Recordings {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> QUESTION_FIELDS = List.of("question", "text", "puzzle");
    private static final List<String> TEXT_FIELDS = List.of("text", "code", "output");
    private static final List<String> ANSWER_FIELDS = List.of("samples", "texts", "answers");

    private Recordings() {}

    /**
     * Reads all files.
     *
     * @throws IOException if one can't be read; the message names file and line
     */
    public static Map<String, List<String>> read(List<Path> files) throws IOException {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Path file : files) {
            read(file, answers);
        }
        return answers;
    }

    private static void read(Path file, Map<String, List<String>> answers) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                add(parse(line, file, number), answers);
            }
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static JsonNode parse(String line, Path file, int number) throws IOException {
        try {
            return MAPPER.readTree(line);
        } catch (IOException malformed) {
            throw new IOException(file + ", line " + number + ": no JSON object", malformed);
        }
    }

    private static void add(JsonNode row, Map<String, List<String>> answers) {
        String question = firstText(row, QUESTION_FIELDS);
        List<String> texts = new ArrayList<>();
        ANSWER_FIELDS.forEach(field -> row.path(field).forEach(sample -> addText(sample, texts)));
        if (!question.isEmpty() && !texts.isEmpty()) {
            answers.computeIfAbsent(question, _ -> new ArrayList<>()).addAll(texts);
        }
    }

    private static void addText(JsonNode sample, List<String> texts) {
        String text = sample.isTextual() ? sample.asText() : firstText(sample, TEXT_FIELDS);
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }

    private static String firstText(JsonNode node, List<String> fields) {
        return fields.stream()
                .map(field -> node.path(field).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}

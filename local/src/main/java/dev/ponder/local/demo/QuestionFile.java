package dev.ponder.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.local.exchange.Question;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads questions: one JSON object a line with a {@code text}, or with a {@code raw} value that is sent as it is; files ending
 * in {@code .gz} are unpacked. Ids are made here, since a file's own may repeat.
 */
final class QuestionFile {

    private static final String SAMPLE = "questions.jsonl";

    private QuestionFile() {}

    /** The questions that come with the demo. */
    static List<Question> sample() throws IOException {
        try (InputStream stream = QuestionFile.class.getResourceAsStream(SAMPLE)) {
            if (stream == null) {
                throw new FileNotFoundException("the jar lacks " + SAMPLE);
            }
            return read("demo", SAMPLE, stream, Integer.MAX_VALUE);
        }
    }

    /** The first {@code limit} questions of the files, read one after another. */
    static List<Question> read(List<Path> files, int limit) throws IOException {
        List<Question> questions = new ArrayList<>();
        for (Path file : files) {
            try (InputStream stream = open(file)) {
                String name = file.getFileName().toString();
                questions.addAll(read(prefix(name), name, stream, limit - questions.size()));
            }
        }
        return questions;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    }

    private static String prefix(String name) {
        return name.replaceFirst("\\..*", "").replaceAll("[^A-Za-z0-9-]", "-");
    }

    private static List<Question> read(String prefix, String file, InputStream stream, int limit) throws IOException {
        List<Question> questions = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
        String line = lines.readLine();
        for (int number = 1; line != null && questions.size() < limit; number++) {
            if (!line.isBlank()) {
                RequestId id = new RequestId("%s-%03d".formatted(prefix, number));
                questions.add(question(id, line, file + ", line " + number));
            }
            line = lines.readLine();
        }
        return questions;
    }

    /** Both request forms are in use, in turn, so that a run shows that they mean the same. */
    private static Question question(RequestId id, String line, String place) throws IOException {
        try {
            ObjectNode node = Json.read(line.getBytes(UTF_8), ObjectNode.class);
            if (node.has("raw")) {
                return Question.raw(id, node.path("raw").asText());
            }
            String text = node.path("text").asText();
            if (text.isEmpty()) {
                throw new IOException(place + ": there is no \"text\"");
            }
            return id.value().endsWith("0") ? Question.brief(id, text) : Question.chat(id, text);
        } catch (UnreadableException unreadable) {
            throw new IOException(place + ": " + unreadable.getMessage(), unreadable);
        }
    }
}

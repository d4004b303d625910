package dev.ponder.triton.shard.brain.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Files of JSON objects, one a line, plain or gzipped ({@code .gz}). Blank lines are passed over. */
final class JsonRows {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonRows() {}

    /**
     * Reads all rows.
     *
     * @throws IOException if the file can't be read or a line is no JSON object; the message names the file, and the line
     */
    static void each(Path file, Consumer<JsonNode> reader) throws IOException {
        int number = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    reader.accept(parse(line, file, number));
                }
            }
        } catch (UnplayableFileException wrong) {
            throw wrong;
        } catch (NoSuchFileException missing) {
            throw new UnplayableFileException(file, "there is no such file", missing);
        } catch (IOException unreadable) {
            throw new UnplayableFileException(
                    file, "can't be read past line " + number + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        } catch (IOException notPacked) {
            in.close();
            throw notPacked;
        }
    }

    private static JsonNode parse(String line, Path file, int number) throws UnplayableFileException {
        try {
            JsonNode row = MAPPER.readTree(line);
            if (row.isObject()) {
                return row;
            }
        } catch (IOException malformed) {
            throw new UnplayableFileException(file, "line " + number + " is no JSON object", malformed);
        }
        throw new UnplayableFileException(file, "line " + number + " is no JSON object", null);
    }
}

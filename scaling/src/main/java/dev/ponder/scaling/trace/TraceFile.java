package dev.ponder.scaling.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a trace from a file, packed where its name ends in {@code .gz}, line by line. Its first line says which of three forms it
 * has: a CSV header that names {@code t_s, in_tokens, out_tokens}; a JSON object a request with {@code timestamp},
 * {@code input_length}, {@code output_length} and perhaps {@code hash_ids}; or a JSON object a client with its rates by
 * {@code trace} windows, of which requests are drawn. Blank lines, further columns and further fields are passed over.
 */
public final class TraceFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TraceFile() {}

    /**
     * Reads a file, drawing what must be drawn as {@link Drawing#DEFAULT} says.
     *
     * @throws UnreadableTraceException if it is no trace; the message names file, line, field and what to write there
     * @throws IOException if it cannot be read
     */
    public static Trace read(Path file) throws IOException {
        return read(file, Drawing.DEFAULT);
    }

    /**
     * Reads a file, drawing what must be drawn.
     *
     * @throws UnreadableTraceException if it is no trace; the message names file, line, field and what to write there
     * @throws IOException if it cannot be read
     */
    public static Trace read(Path file, Drawing drawing) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (BufferedReader lines = open(file)) {
            return read(name, lines, drawing);
        } catch (NoSuchFileException none) {
            throw new UnreadableTraceException(file + ": there is no such file; name one that is there", none);
        } catch (ZipException | EOFException broken) {
            throw new UnreadableTraceException(
                    name + ": no whole gzip file; pack it again, or take .gz off its name", broken);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        try {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
            return new BufferedReader(new InputStreamReader(plain, UTF_8));
        } catch (IOException unpackable) {
            stream.close();
            throw unpackable;
        }
    }

    private static Trace read(String name, BufferedReader lines, Drawing drawing) throws IOException {
        Rows rows = null;
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Place place = new Place(name, ++number);
            if (line.isBlank()) {
                continue;
            }
            if (rows == null) {
                rows = begin(place, line, drawing);
            } else {
                rows.take(place, line);
            }
        }
        if (rows == null) {
            throw new UnreadableTraceException(name + ": it is empty; name a file with a row a request");
        }
        return rows.finish(name);
    }

    /** Chooses the form by the first line, which is taken. */
    private static Rows begin(Place place, String line, Drawing drawing) throws UnreadableTraceException {
        String first = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        if (!first.stripLeading().startsWith("{")) {
            return new CsvRows(place, first);
        }
        Rows rows = JsonLine.read(place, first).has("trace") ? new RateRows(drawing) : new RequestRows();
        rows.take(place, first);
        return rows;
    }
}

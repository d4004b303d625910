package dev.ponder.scaling.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceFileTest {

    private static final String CSV = "t_s,in_tokens,out_tokens\n";

    @TempDir
    private Path folder;

    @Test
    void readsRowsUnderAHeader() throws IOException {
        Path file = write("a.csv", CSV + "0.0,374,44\n\n1.25,396,109\n");

        Trace trace = TraceFile.read(file);

        assertThat(trace)
                .isEqualTo(new Trace(
                        "a.csv",
                        List.of(
                                TracedRequest.plain(Duration.ZERO, 374, 44),
                                TracedRequest.plain(Duration.ofMillis(1250), 396, 109)),
                        Duration.ofMillis(1250)));
    }

    @Test
    void findsItsColumnsByNameAmongOthers() throws IOException {
        Path file = write("a.csv", "client,out_tokens, t_s,in_tokens\r\n54,659,0.5,165\r\n");

        Trace trace = TraceFile.read(file);

        assertThat(trace.requests()).containsExactly(TracedRequest.plain(Duration.ZERO, 165, 659));
        assertThat(trace.duration()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void readsPackedFilesAndObjectsWithBlocks() throws IOException {
        String rows = """
                {"timestamp": 27000, "input_length": 6758, "output_length": 500, "hash_ids": [0, 1], "more": {}}
                {"timestamp": 30000, "input_length": 1, "output_length": 2}
                """;

        Trace trace = TraceFile.read(pack("b.jsonl.gz", rows));

        assertThat(trace.requests())
                .containsExactly(
                        new TracedRequest(Duration.ZERO, 6758, 500, List.of(0L, 1L)),
                        TracedRequest.plain(Duration.ofSeconds(3), 1, 2));
    }

    @Test
    void bringsRowsIntoTheOrderOfArrivalAndCountsTimeFromTheFirst() throws IOException {
        Path file = write("a.csv", CSV + "1700000009,1,3\n1700000005,1,1\n1700000007,1,2\n");

        Trace trace = TraceFile.read(file);

        assertThat(trace.requests()).extracting(TracedRequest::outputTokens).containsExactly(1, 2, 3);
        assertThat(trace.requests()).extracting(each -> each.at().toSeconds()).containsExactly(0L, 2L, 4L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    0,374             | bad.csv, line 3: 2 fields where the header names 3; write one a column
                    x,1,1             | bad.csv, line 3: t_s is "x"; write a number
                    ,1,1              | bad.csv, line 3: t_s is empty; write a number
                    NaN,1,1           | bad.csv, line 3: t_s is "NaN"; write a number
                    -1,1,1            | bad.csv, line 3: t_s is -1; write a time from 0 to a century
                    1e12,1,1          | bad.csv, line 3: t_s is 1e12; write a time from 0 to a century
                    0,0,1             | bad.csv, line 3: in_tokens is "0"; write a whole number of tokens, 1 or more
                    0,1,1.5           | bad.csv, line 3: out_tokens is "1.5"; write a whole number of tokens, 1 or more
                    0,1,99999999999   | bad.csv, line 3: out_tokens is "99999999999"; write a whole number of tokens, 1 or more
                    """)
    void namesFileLineFieldAndFixOfARowThatIsNone(String row, String said) throws IOException {
        Path file = write("bad.csv", CSV + "0,1,1\n" + row + "\n");

        assertThatThrownBy(() -> TraceFile.read(file))
                .isInstanceOf(UnreadableTraceException.class)
                .hasMessage(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"timestamp": 0                                        | no JSON from column
                    {} {}                                                  | no JSON from column
                    [1]                                                    | no JSON object
                    {"input_length": 1, "output_length": 1}                | timestamp is empty; write a number
                    {"timestamp": "0", "input_length": 1, "output_length": 1} | timestamp is "\\"0\\""; write a number
                    {"timestamp": 0, "input_length": 1}                    | output_length is empty
                    {"timestamp": 0, "input_length": 1, "output_length": 1, "hash_ids": 7}     | hash_ids is 7; write a list
                    {"timestamp": 0, "input_length": 1, "output_length": 1, "hash_ids": ["a"]} | hash_ids is "a"; write whole
                    """)
    void namesLineAndFieldOfAnObjectThatIsNone(String row, String said) throws IOException {
        Path file = write("bad.jsonl", "{\"timestamp\": 0, \"input_length\": 1, \"output_length\": 1}\n" + row + "\n");

        assertThatThrownBy(() -> TraceFile.read(file))
                .isInstanceOf(UnreadableTraceException.class)
                .hasMessageStartingWith("bad.jsonl, line 2: ")
                .hasMessageContaining(said.replace("\\\"", "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", CSV, "t_s,in_tokens\n0,1\n", "just text"})
    void saysWhatAFileWithoutRequestsLacks(String content) throws IOException {
        Path file = write("none.csv", content);

        assertThatThrownBy(() -> TraceFile.read(file))
                .isInstanceOf(UnreadableTraceException.class)
                .hasMessageStartingWith("none.csv");
    }

    @Test
    void saysWhenAFileIsMissingOrNotPacked() throws IOException {
        Path plain = write("plain.csv.gz", CSV + "0,1,1\n");
        Path cut = Files.write(folder.resolve("cut.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});

        assertThatThrownBy(() -> TraceFile.read(plain)).hasMessageStartingWith("plain.csv.gz: no whole gzip file");
        assertThatThrownBy(() -> TraceFile.read(cut)).hasMessageStartingWith("cut.csv.gz: no whole gzip file");
        assertThatThrownBy(() -> TraceFile.read(folder.resolve("gone.csv"))).hasMessageContaining("no such file");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path pack(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}

package dev.ponder.local.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTreeTest {

    @Test
    void drawsEachSpanBelowTheOneThatLedToIt() {
        List<String> lines = TraceTree.draw(
                List.of(span("c", "b", 2), span("a", "", 0), span("b", "a", 1), span("d", "a", 3), span("e", "x", 4)));

        assertThat(lines.stream().map(line -> line.substring(0, 12).stripTrailing()))
                .containsExactly("name a", "├─ name b", "│  └─ name c", "└─ name d", "name e");
    }

    @Test
    void leavesOutALineThatIsBeingWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.spans.jsonl");
        Files.writeString(file, """
                {"trace":"t1","span":"s1","parent":"0000000000000000","name":"n","kind":"CONSUMER","start_ns":1,"end_ns":2,"service":"router","attributes":{"a":"b"}}
                {"trace":"t2","span":"s2","parent":"","name":"n","kind":"CONSUMER","start_ns":1,"end_ns":2,"service":"router","attributes":{}}
                {"trace":"t1","span":"s3",""");

        List<WrittenSpan> spans = SpanFiles.spansOf("t1", List.of(file));

        assertThat(spans).extracting(WrittenSpan::span).containsExactly("s1");
    }

    private static WrittenSpan span(String id, String parent, long startMillis) {
        return new WrittenSpan("t", id, parent, "name " + id, startMillis * 1_000_000, 5_000_000, "router");
    }
}

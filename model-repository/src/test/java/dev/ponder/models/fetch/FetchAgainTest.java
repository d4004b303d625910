package dev.ponder.models.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.models.fetch.FaultyHub.Fault;
import dev.ponder.models.folder.OwnFolder;
import dev.ponder.models.terminal.Lines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fetch that was there before: the jobs run again at an upgrade, while shards serve what the first one brought. */
class FetchAgainTest {

    private static final String WEIGHTS = "model.safetensors";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // start() sets it
    private FaultyHub hub;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void start() throws IOException {
        hub = hub("weights");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void doesNothingTheSecondTime() throws Exception {
        fetch();
        int before = hub.asked().size();

        boolean brought = fetch();

        assertThat(brought).isFalse();
        assertThat(hub.asked()).hasSize(before);
        assertThat(said.toString(UTF_8)).contains("is there already, of " + hub.base() + " org/model@main");
    }

    @Test
    void leavesWhatIsInPlaceThoughTheBranchHasGoneOn() throws Exception {
        fetch();
        String stamp = stamp();
        hub.with(WEIGHTS, "newer weights".getBytes(UTF_8)).with("README.md", "newer".getBytes(UTF_8));
        int before = hub.asked().size();

        boolean brought = fetch();

        assertThat(brought).isFalse();
        assertThat(hub.asked()).hasSize(before);
        assertThat(place().resolve(WEIGHTS)).hasContent("weights");
        assertThat(place().resolve("README.md")).doesNotExist();
        assertThat(stamp()).isEqualTo(stamp);
    }

    @Test
    void needsNoHubForWhatIsInPlace() throws Exception {
        fetch();
        hub.close();

        boolean brought = fetch();

        assertThat(brought).isFalse();
    }

    /** What is made of it goes by its stamp. */
    @Test
    void stampsOtherWeightsOtherwise() throws Exception {
        fetch();
        String stamp = stamp();
        Files.move(place(), folder.resolve("before"));
        hub.with(WEIGHTS, "newer weights".getBytes(UTF_8));

        fetch();

        assertThat(stamp()).isNotEqualTo(stamp);
    }

    @Test
    void bringsAnotherRevisionThatIsAskedFor() throws Exception {
        fetch();
        hub.with(WEIGHTS, "newer weights".getBytes(UTF_8));

        boolean brought = fetch("v2", List.of());

        assertThat(brought).isTrue();
        assertThat(place().resolve(WEIGHTS)).hasContent("newer weights");
    }

    @Test
    void bringsWhatIsNoLongerLeftOut() throws Exception {
        fetch("main", List.of("*.safetensors"));

        boolean brought = fetch("main", List.of());

        assertThat(brought).isTrue();
        assertThat(place().resolve(WEIGHTS)).hasContent("weights");
    }

    /** What is half is no snapshot yet: it becomes the branch as it is now, with nothing of the list before. */
    @Test
    void goesOnWithWhatIsHalfAsTheBranchIsNow() throws Exception {
        hub.with("earlier.txt", "earlier".getBytes(UTF_8))
                .faults(Fault.NONE, Fault.NONE, Fault.CUT, Fault.UNAVAILABLE, Fault.UNAVAILABLE, Fault.UNAVAILABLE);
        assertThatThrownBy(this::fetch).isInstanceOf(FetchException.class);
        assertThat(folder.resolve(".snapshot.unfinished/earlier.txt")).exists();
        hub.close();
        hub = hub("newer weights");

        boolean brought = fetch();

        assertThat(brought).isTrue();
        assertThat(place().resolve(WEIGHTS)).hasContent("newer weights");
        assertThat(place().resolve("earlier.txt")).doesNotExist();
    }

    private static FaultyHub hub(String weights) throws IOException {
        return FaultyHub.start().with("config.json", "{}".getBytes(UTF_8)).with(WEIGHTS, weights.getBytes(UTF_8));
    }

    private boolean fetch() throws IOException, InterruptedException {
        return fetch("main", List.of());
    }

    private boolean fetch(String revision, List<String> skipped) throws IOException, InterruptedException {
        Lines lines = new Lines(new PrintStream(said, true, UTF_8));
        try (HubClient client = new HubClient(Duration.ofSeconds(2), null)) {
            Tries tries = new Tries(new Patience(2, Duration.ofMillis(1), Duration.ofMillis(1)), pause -> {}, lines);
            ModelRef model = new ModelRef("org/model", revision);
            HubSource source = new HubSource(new HuggingFaceHub(hub.base()), model, client, tries);
            return new Snapshot(source, new OwnFolder(place()), skipped, lines).bring();
        }
    }

    private Path place() {
        return folder.resolve("snapshot");
    }

    private String stamp() throws IOException {
        return Files.readString(place().resolve(".ponder-stamp"));
    }
}

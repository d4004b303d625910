package dev.ponder.models.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.models.fetch.FaultyHub.Asked;
import dev.ponder.models.fetch.FaultyHub.Fault;
import dev.ponder.models.folder.OwnFolder;
import dev.ponder.models.terminal.Lines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A snapshot against a server that cuts, lies, corrupts and refuses. */
class FetchFaultsTest {

    private static final String WEIGHTS = "model-00001-of-00001.safetensors";
    private static final byte[] CONTENT = bytes(3_000_000);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // start() sets it
    private FaultyHub hub;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        hub = FaultyHub.start().with("config.json", "{}".getBytes(UTF_8)).with(WEIGHTS, CONTENT);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void bringsAllThatTheListNames() throws Exception {
        hub.with("sub/a b.txt", "x".getBytes(UTF_8)).with("empty.txt", new byte[0]);

        fetch();

        assertThat(place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
        assertThat(place().resolve("sub/a b.txt")).hasContent("x");
        assertThat(place().resolve("empty.txt")).isEmptyFile();
        assertThat(said.toString(UTF_8)).contains("is complete: 4 files");
    }

    @Test
    void bringsFromModelScope() throws Exception {
        hub.with("sub/tokenizer.json", "{}".getBytes(UTF_8));

        snapshot(new ModelScopeHub(hub.base()), "org/model", null).bring();

        assertThat(place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
        assertThat(place().resolve("sub/tokenizer.json")).hasContent("{}");
    }

    @Test
    void goesOnWhereItWasCut() throws Exception {
        hub.faults(Fault.NONE, Fault.CUT, Fault.CUT);

        fetch();

        assertThat(place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
        assertThat(starts()).hasSize(3).startsWith(0).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void goesOnInANewProcess() throws Exception {
        hub.always(Fault.CUT);
        assertThatThrownBy(() -> snapshot(
                                new HuggingFaceHub(hub.base()),
                                "org/model",
                                null,
                                new Patience(1, Duration.ZERO, Duration.ZERO))
                        .bring())
                .isInstanceOf(FetchException.class);
        FaultyHub after = hub;
        try (FaultyHub well =
                FaultyHub.start().with("config.json", "{}".getBytes(UTF_8)).with(WEIGHTS, CONTENT)) {
            hub = well;

            fetch();

            assertThat(place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
        } finally {
            after.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SHORT", "LONG", "CORRUPT", "UNAVAILABLE", "TOO_MANY", "CUT"})
    void comesThroughAFaultThatPasses(Fault fault) throws Exception {
        hub.faults(Fault.NONE, fault);

        fetch();

        assertThat(place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
        assertThat(pauses).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SHORT", "LONG", "CORRUPT", "UNAVAILABLE", "TOO_MANY"})
    void givesUpOnAFaultThatStaysAndPutsNothingInPlace(Fault fault) {
        hub.always(fault);

        assertThatThrownBy(this::fetch)
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("times without getting further");

        assertThat(place()).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WHOLE", "OTHER_RANGE"})
    void beginsAnewWhereTheServerKnowsNoRanges(Fault fault) throws Exception {
        hub.faults(Fault.NONE, Fault.CUT, fault);

        fetch();

        assertThat(place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
    }

    @Test
    void waitsAsLongAsABusyServerAsks() throws Exception {
        hub.faults(Fault.NONE, Fault.TOO_MANY);

        fetch();

        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void endsABodyThatHasStopped() throws Exception {
        hub.faults(Fault.NONE, Fault.STALL);

        fetch();

        assertThat(place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
        assertThat(pauses).isNotEmpty();
    }

    @Test
    void leavesTheTokenBehindWhereAnotherServerTakesOver() throws Exception {
        try (FaultyHub store =
                FaultyHub.start().with("config.json", "{}".getBytes(UTF_8)).with(WEIGHTS, CONTENT)) {
            hub.sendingOnTo(store.base());

            snapshot(new HuggingFaceHub(hub.base()), "org/model", "secret").bring();

            assertThat(hub.asked()).extracting(Asked::authorization).containsOnly("Bearer secret");
            assertThat(store.asked())
                    .hasSize(2)
                    .extracting(Asked::authorization)
                    .containsOnlyNulls();
        }
    }

    @Test
    void refusesAPlaceThatIsSomebodyElses() throws Exception {
        Files.createDirectories(place());
        Files.writeString(place().resolve("mine.txt"), "mine");

        assertThatThrownBy(this::fetch)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds something that this command did not write");

        assertThat(place().resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void refusesAListThatLeadsOutOfTheFolder() {
        hub.with("../out.txt", "x".getBytes(UTF_8));

        assertThatThrownBy(this::fetch).hasMessageContaining("does not lie in the snapshot");

        assertThat(folder.resolve("out.txt")).doesNotExist();
    }

    @Test
    void saysWhatToDoAboutAModelThatIsNotThere() {
        hub.with("config.json", "{}".getBytes(UTF_8));

        assertThatThrownBy(() -> new HubClient(Duration.ofSeconds(5), null)
                        .get(URI.create(hub.base() + "/o/m/resolve/main/none"), 0))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("check --model and --revision");
    }

    private boolean fetch() throws IOException, InterruptedException {
        return snapshot(new HuggingFaceHub(hub.base()), "org/model", null).bring();
    }

    private Snapshot snapshot(Hub form, String model, @Nullable String token) {
        return snapshot(form, model, token, new Patience(4, Duration.ofMillis(1), Duration.ofSeconds(2)));
    }

    private Snapshot snapshot(Hub form, String model, @Nullable String token, Patience patience) {
        Lines lines = new Lines(new PrintStream(said, true, UTF_8));
        HubClient client = new HubClient(Duration.ofSeconds(2), token);
        Tries tries = new Tries(patience, pauses::add, lines);
        return new Snapshot(
                new HubSource(form, new ModelRef(model, "main"), client, tries),
                new OwnFolder(place()),
                List.of(),
                lines);
    }

    private Path place() {
        return folder.resolve("snapshot");
    }

    private List<Integer> starts() {
        return hub.asked().stream()
                .filter(asked -> asked.path().equals(WEIGHTS))
                .map(Asked::range)
                .map(range -> range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", "")))
                .toList();
    }

    private static byte[] bytes(int size) {
        byte[] content = new byte[size];
        new Random(7).nextBytes(content);
        return content;
    }
}

package dev.ponder.models.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.models.folder.OwnFolder;
import dev.ponder.models.terminal.Lines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A model on a faulty hub, and the folder that it is fetched to. Each test has one of its own, which JUnit opens before it and ends
 * after it.
 */
@SuppressWarnings("NullAway.Init") // beforeEach() sets the fields before any test
final class FetchedModel implements BeforeEachCallback, AfterEachCallback {

    private final String weights;
    private final byte[] content;
    private final Patience patience;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<Duration> pauses = new ArrayList<>();
    private Path folder;
    private FaultyHub hub;

    /**
     * A model that is not on its hub yet.
     *
     * @param weights the file's name
     */
    FetchedModel(String weights, byte[] content, Patience patience) {
        this.weights = weights;
        this.content = content;
        this.patience = patience;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("fetched-");
        hub = FaultyHub.serving(weights, content);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        hub.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    FaultyHub hub() {
        return hub;
    }

    /** Ends the hub, and has another without faults serve these weights. */
    void servedByAnother(byte[] weightsThere) throws IOException {
        hub.close();
        hub = FaultyHub.serving(weights, weightsThere);
    }

    /** Fetches all of the branch {@code main}; whether that brought anything. */
    boolean fetch() throws IOException, InterruptedException {
        return fetch("main", List.of());
    }

    boolean fetch(String revision, List<String> skipped) throws IOException, InterruptedException {
        return bring(new HuggingFaceHub(hub.base()), revision, skipped, null, patience);
    }

    /** Speaks to the hub in another form. */
    boolean fetchFrom(Hub form) throws IOException, InterruptedException {
        return bring(form, "main", List.of(), null, patience);
    }

    boolean fetchWithToken(String token) throws IOException, InterruptedException {
        return bring(new HuggingFaceHub(hub.base()), "main", List.of(), token, patience);
    }

    /** Gives up at the first fault. */
    boolean fetchWithoutPatience() throws IOException, InterruptedException {
        Patience none = new Patience(1, Duration.ZERO, Duration.ZERO);
        return bring(new HuggingFaceHub(hub.base()), "main", List.of(), null, none);
    }

    private boolean bring(Hub form, String revision, List<String> skipped, @Nullable String token, Patience patient)
            throws IOException, InterruptedException {
        Lines lines = new Lines(new PrintStream(said, true, UTF_8));
        try (HubClient client = new HubClient(Duration.ofSeconds(2), token)) {
            Tries tries = new Tries(patient, pauses::add, lines);
            HubSource source = new HubSource(form, new ModelRef("org/model", revision), client, tries);
            return new Snapshot(source, new OwnFolder(place()), skipped, lines).bring();
        }
    }

    /** Where it is once it is whole. */
    Path place() {
        return folder.resolve("snapshot");
    }

    /** Something beside that place. */
    Path beside(String name) {
        return folder.resolve(name);
    }

    /** What fetches said so far. */
    String said() {
        return said.toString(UTF_8);
    }

    /** How long fetches paused so far, pause by pause. */
    List<Duration> pauses() {
        return pauses;
    }
}

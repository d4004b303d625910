package dev.ponder.models.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.models.fetch.FaultyHub.Asked;
import dev.ponder.models.fetch.FaultyHub.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A snapshot against a server that cuts, lies, corrupts and refuses. */
class FetchFaultsTest {

    private static final String WEIGHTS = "model-00001-of-00001.safetensors";
    private static final byte[] CONTENT = bytes(3_000_000);

    @RegisterExtension
    private final FetchedModel model =
            new FetchedModel(WEIGHTS, CONTENT, new Patience(4, Duration.ofMillis(1), Duration.ofSeconds(2)));

    @Test
    void bringsAllThatTheListNames() throws Exception {
        model.hub().with("sub/a b.txt", "x".getBytes(UTF_8)).with("empty.txt", new byte[0]);

        model.fetch();

        assertThat(model.place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
        assertThat(model.place().resolve("sub/a b.txt")).hasContent("x");
        assertThat(model.place().resolve("empty.txt")).isEmptyFile();
        assertThat(model.said()).contains("is complete: 4 files");
    }

    @Test
    void bringsFromModelScope() throws Exception {
        model.hub().with("sub/tokenizer.json", "{}".getBytes(UTF_8));

        model.fetchFrom(new ModelScopeHub(model.hub().base()));

        assertThat(model.place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
        assertThat(model.place().resolve("sub/tokenizer.json")).hasContent("{}");
    }

    @Test
    void goesOnWhereItWasCut() throws Exception {
        model.hub().faults(Fault.NONE, Fault.CUT, Fault.CUT);

        model.fetch();

        assertThat(model.place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
        assertThat(starts()).hasSize(3).startsWith(0).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void goesOnInANewProcess() throws Exception {
        model.hub().always(Fault.CUT);
        assertThatThrownBy(model::fetchWithoutPatience).isInstanceOf(FetchException.class);
        model.servedByAnother(CONTENT);

        model.fetch();

        assertThat(model.place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SHORT", "LONG", "CORRUPT", "UNAVAILABLE", "TOO_MANY", "CUT"})
    void comesThroughAFaultThatPasses(Fault fault) throws Exception {
        model.hub().faults(Fault.NONE, fault);

        model.fetch();

        assertThat(model.place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
        assertThat(model.pauses()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SHORT", "LONG", "CORRUPT", "UNAVAILABLE", "TOO_MANY"})
    void givesUpOnAFaultThatStaysAndPutsNothingInPlace(Fault fault) {
        model.hub().always(fault);

        assertThatThrownBy(model::fetch)
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("times without getting further");

        assertThat(model.place()).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WHOLE", "OTHER_RANGE"})
    void beginsAnewWhereTheServerKnowsNoRanges(Fault fault) throws Exception {
        model.hub().faults(Fault.NONE, Fault.CUT, fault);

        model.fetch();

        assertThat(model.place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
    }

    @Test
    void waitsAsLongAsABusyServerAsks() throws Exception {
        model.hub().faults(Fault.NONE, Fault.TOO_MANY);

        model.fetch();

        assertThat(model.pauses()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void endsABodyThatHasStopped() throws Exception {
        model.hub().faults(Fault.NONE, Fault.STALL);

        model.fetch();

        assertThat(model.place().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
        assertThat(model.pauses()).isNotEmpty();
    }

    @Test
    void leavesTheTokenBehindWhereAnotherServerTakesOver() throws Exception {
        try (FaultyHub store = FaultyHub.serving(WEIGHTS, CONTENT)) {
            model.hub().sendingOnTo(store.base());

            model.fetchWithToken("secret");

            assertThat(model.hub().asked()).extracting(Asked::authorization).containsOnly("Bearer secret");
            assertThat(store.asked())
                    .hasSize(2)
                    .extracting(Asked::authorization)
                    .containsOnlyNulls();
        }
    }

    @Test
    void refusesAPlaceThatIsSomebodyElses() throws Exception {
        Files.createDirectories(model.place());
        Files.writeString(model.place().resolve("mine.txt"), "mine");

        assertThatThrownBy(model::fetch)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds something that this command did not write");

        assertThat(model.place().resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void refusesAListThatLeadsOutOfTheFolder() {
        model.hub().with("../out.txt", "x".getBytes(UTF_8));

        assertThatThrownBy(model::fetch).hasMessageContaining("does not lie in the snapshot");

        assertThat(model.beside("out.txt")).doesNotExist();
    }

    @Test
    void saysWhatToDoAboutAModelThatIsNotThere() {
        model.hub().with("config.json", "{}".getBytes(UTF_8));

        assertThatThrownBy(() -> new HubClient(Duration.ofSeconds(5), null)
                        .get(URI.create(model.hub().base() + "/o/m/resolve/main/none"), 0))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("check --model and --revision");
    }

    private List<Integer> starts() {
        return model.hub().asked().stream()
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

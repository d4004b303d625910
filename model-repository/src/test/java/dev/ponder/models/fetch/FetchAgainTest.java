package dev.ponder.models.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.models.fetch.FaultyHub.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A fetch that was there before: the jobs run again at an upgrade, while shards serve what the first one brought. */
class FetchAgainTest {

    private static final String WEIGHTS = "model.safetensors";

    @RegisterExtension
    private final FetchedModel model = new FetchedModel(
            WEIGHTS, "weights".getBytes(UTF_8), new Patience(2, Duration.ofMillis(1), Duration.ofMillis(1)));

    @Test
    void doesNothingTheSecondTime() throws Exception {
        model.fetch();
        int before = model.hub().asked().size();

        boolean brought = model.fetch();

        assertThat(brought).isFalse();
        assertThat(model.hub().asked()).hasSize(before);
        assertThat(model.said()).contains("is there already, of " + model.hub().base() + " org/model@main");
    }

    @Test
    void leavesWhatIsInPlaceThoughTheBranchHasGoneOn() throws Exception {
        model.fetch();
        String stamp = stamp();
        model.hub().with(WEIGHTS, "newer weights".getBytes(UTF_8)).with("README.md", "newer".getBytes(UTF_8));
        int before = model.hub().asked().size();

        boolean brought = model.fetch();

        assertThat(brought).isFalse();
        assertThat(model.hub().asked()).hasSize(before);
        assertThat(model.place().resolve(WEIGHTS)).hasContent("weights");
        assertThat(model.place().resolve("README.md")).doesNotExist();
        assertThat(stamp()).isEqualTo(stamp);
    }

    @Test
    void needsNoHubForWhatIsInPlace() throws Exception {
        model.fetch();
        model.hub().close();

        boolean brought = model.fetch();

        assertThat(brought).isFalse();
    }

    /** What is made of it goes by its stamp. */
    @Test
    void stampsOtherWeightsOtherwise() throws Exception {
        model.fetch();
        String stamp = stamp();
        Files.move(model.place(), model.beside("before"));
        model.hub().with(WEIGHTS, "newer weights".getBytes(UTF_8));

        model.fetch();

        assertThat(stamp()).isNotEqualTo(stamp);
    }

    @Test
    void bringsAnotherRevisionThatIsAskedFor() throws Exception {
        model.fetch();
        model.hub().with(WEIGHTS, "newer weights".getBytes(UTF_8));

        boolean brought = model.fetch("v2", List.of());

        assertThat(brought).isTrue();
        assertThat(model.place().resolve(WEIGHTS)).hasContent("newer weights");
    }

    @Test
    void bringsWhatIsNoLongerLeftOut() throws Exception {
        model.fetch("main", List.of("*.safetensors"));

        boolean brought = model.fetch("main", List.of());

        assertThat(brought).isTrue();
        assertThat(model.place().resolve(WEIGHTS)).hasContent("weights");
    }

    /** What is half is no snapshot yet: it becomes the branch as it is now, with nothing of the list before. */
    @Test
    void goesOnWithWhatIsHalfAsTheBranchIsNow() throws Exception {
        model.hub()
                .with("earlier.txt", "earlier".getBytes(UTF_8))
                .faults(Fault.NONE, Fault.NONE, Fault.CUT, Fault.UNAVAILABLE, Fault.UNAVAILABLE, Fault.UNAVAILABLE);
        assertThatThrownBy(model::fetch).isInstanceOf(FetchException.class);
        assertThat(model.beside(".snapshot.unfinished/earlier.txt")).exists();
        model.servedByAnother("newer weights".getBytes(UTF_8));

        boolean brought = model.fetch();

        assertThat(brought).isTrue();
        assertThat(model.place().resolve(WEIGHTS)).hasContent("newer weights");
        assertThat(model.place().resolve("earlier.txt")).doesNotExist();
    }

    private String stamp() throws IOException {
        return Files.readString(model.place().resolve(".ponder-stamp"));
    }
}

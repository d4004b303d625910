package dev.ponder.it.access;

import static dev.ponder.it.access.SecuredKafka.ACME;
import static dev.ponder.it.access.SecuredKafka.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
import dev.ponder.contracts.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users take requests back, with the jars that ship and one slot for all, on a real broker with TLS, logins and ACLs. */
@SuppressWarnings("NullAway.Init") // start() sets the fields before any test
class CancelIT {

    @TempDir
    static Path dir;

    private static SecuredRun run;
    private static Users users;

    @BeforeAll
    static void start() throws Exception {
        run = SecuredRun.start(
                dir,
                Map.of("reasoner.slots", "1"),
                List.of("--brain", "synthetic", "--itl-base-ms", "50", "--itl-per-sequence-ms", "0"));
        users = run.users();
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    /** The one that runs would take five minutes, so nothing below would come in time if it went on. */
    @Test
    void endsWhatRunsAndWhatWaitsForTheTenantItIsAndForNobodyElse() throws Exception {
        // Given
        users.send("acme", Topics.requests(ACME), question("running", 6000));
        await().atMost(Users.PATIENCE).until(() -> isSaid(Topics.chunks(ACME), "running"));
        users.send("acme", Topics.requests(ACME), question("waiting", 6000));
        users.send("other", Topics.requests(OTHER), question("last", 10));
        // When
        int foreign = users.command("other", "cancel", "running", "--tenant", "other");
        Throwable refused = catchThrowable(() -> users.send("other", Topics.control(ACME), "{\"cancel\":\"running\"}"));
        int queued = users.command("acme", "cancel", "waiting", "--tenant", "acme");
        // Then
        assertThat(List.of(foreign, queued)).containsExactly(0, 0);
        assertThat(Refusals.explain(refused, Role.TENANT))
                .hasValueSatisfying(said -> assertThat(said).contains("on topic reasoning.control.acme"));
        assertThat(codeOf("waiting")).isEqualTo("cancelled");
        assertThat(isSaid(Topics.results(ACME), "running")).isFalse();
        // When
        users.command("acme", "cancel", "running", "--tenant", "acme");
        // Then
        assertThat(codeOf("running")).isEqualTo("cancelled");
        assertThat(users.awaitResult(OTHER, "last").at("/ponder/answer").asText())
                .isNotEmpty();
        assertThat(isSaid(Topics.chunks(ACME), "waiting")).isFalse();
        assertThat(users.values("acme", Topics.results(ACME))).hasSize(2);
        assertThat(users.values("other", Topics.results(OTHER))).hasSize(1);
    }

    private static String codeOf(String id) {
        return users.awaitResult(ACME, id).at("/error/code").asText();
    }

    private static boolean isSaid(String topic, String id) throws Exception {
        return users.values("acme", topic).stream().anyMatch(value -> value.contains(id));
    }

    private static String question(String id, int tokens) {
        return "{\"id\":\"" + id + "\",\"stream\":true,\"input_text\":\"Say tokens=" + tokens
                + "\",\"ponder\":{\"cache\":\"bypass\",\"slo_class\":\"standard\"}}";
    }
}

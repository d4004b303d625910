package dev.ponder.it.access;

import static dev.ponder.it.access.SecuredKafka.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
import dev.ponder.contracts.topic.Topics;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What principals may not do, on a real broker with the ACLs that {@code ./ponder acls} prints. */
@SuppressWarnings("NullAway.Init") // start() sets the fields before any test
class TenantAccessIT {

    @TempDir
    static Path dir;

    private static SecuredKafka kafka;
    private static Users users;

    @BeforeAll
    static void start() throws Exception {
        kafka = SecuredKafka.start(dir);
        users = new Users(kafka);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void letsATenantAskCancelAndReadItsAnswers() throws Exception {
        users.send("acme", Topics.requests(ACME), "{}");
        users.send("acme", Topics.control(ACME), "{}");

        assertThat(users.values("acme", Topics.results(ACME))).isEmpty();
        assertThat(users.values("acme", Topics.chunks(ACME))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reasoning.requests.other",
                "reasoning.requests",
                "reasoning.control.other",
                "reasoning.control",
                "reasoning.work.main.interactive",
                "reasoning.outcomes",
                "reasoning.results.acme",
                "reasoning.chunks.acme",
                "reasoning.chains",
                "reasoning.register",
                "reasoning.progress",
                "reasoning.dead-letters.acme"
            })
    void letsATenantWriteNothingElse(String topic) {
        Throwable refused = catchThrowable(() -> users.send("acme", topic, "{}"));

        assertThat(Refusals.explain(refused, Role.TENANT))
                .hasValueSatisfying(said -> assertThat(said).contains("on topic " + topic));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reasoning.results.other",
                "reasoning.results",
                "reasoning.chunks.other",
                "reasoning.requests.acme",
                "reasoning.requests.other",
                "reasoning.control.acme",
                "reasoning.control.other",
                "reasoning.outcomes",
                "reasoning.chains",
                "reasoning.dead-letters.acme",
                "reasoning.work.main.interactive"
            })
    void letsATenantReadNothingElse(String topic) {
        Throwable refused = catchThrowable(() -> users.values("acme", topic));

        assertThat(Refusals.explain(refused, Role.TENANT))
                .hasValueSatisfying(said -> assertThat(said).contains("on topic " + topic));
    }

    @Test
    void letsAServiceDoNoMoreThanItsWork() {
        assertRefused(() -> users.send("router", Topics.requests(ACME), "{}"));
        assertRefused(() -> users.send("reasoner", Topics.results(ACME), "{}"));
        assertRefused(() -> users.values("reasoner", Topics.requests(ACME)));
        assertRefused(() -> users.send("cache", Topics.CHAINS, "{}"));
        assertRefused(() -> users.values("cache", Topics.results(ACME)));
        assertRefused(() -> users.values("stranger", Topics.results(ACME)));
    }

    private static void assertRefused(ThrowingCallable attempt) {
        Throwable refused = catchThrowable(attempt);
        assertThat(Refusals.explain(refused, Role.ROUTER)).isPresent();
    }
}

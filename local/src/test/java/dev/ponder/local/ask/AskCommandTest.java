package dev.ponder.local.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.local.FrontDoor;
import dev.ponder.local.broker.LocalBroker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The command as a process, on a real broker; the platform behind the topics is a double. */
class AskCommandTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WatchedOutput output = new WatchedOutput();
    private final WatchedOutput errors = new WatchedOutput();

    @Test
    void showsTheThinkingBeforeThereIsAnAnswer() throws Exception {
        int exit = ask(
                new TenantId("ask-streams"),
                (id, platform) -> {
                    platform.think(id, 0, "One and one");
                    output.await("One and one", PATIENCE);
                    platform.settle(Told.answer(id, "2", "engine"));
                },
                "What is 1 + 1?");

        assertThat(exit).isZero();
        assertThat(output.text()).isEqualTo("One and one\n2\n(thought, 7 tokens, 31 ms, 0.000014 USD)\n");
    }

    @Test
    void printsTheResultRecordAndNothingElse() throws Exception {
        int exit = ask(
                new TenantId("ask-json"),
                (id, platform) -> {
                    platform.think(id, 0, "One and one");
                    platform.settle(Told.answer(id, "2\u001B[2J\u009B\u007F\u202E", "engine")
                            .put("of a newer writer", "kept"));
                },
                "--json",
                "What is 1 + 1?");

        assertThat(exit).isZero();
        assertThat(output.text().lines()).hasSize(1);
        assertThat(Json.mapper()
                        .readTree(output.text())
                        .at("/of a newer writer")
                        .asText())
                .isEqualTo("kept");
        assertThat(Json.mapper()
                        .readTree(output.text())
                        .at("/choices/0/message/content")
                        .asText())
                .isEqualTo("2\u001B[2J\u009B\u007F\u202E");
        assertThat(output.text()).doesNotContain("\u001B", "\u009B", "\u007F", "\u202E");
    }

    @Test
    void letsNoAnswerSteerTheTerminal() throws Exception {
        ask(
                new TenantId("ask-escapes"),
                (id, platform) -> {
                    platform.think(id, 0, "\u001B]0;title\u0007");
                    platform.settle(Told.answer(id, "\u001B[2J2\u009B1A\rx", "engine"));
                },
                "What is 1 + 1?");

        assertThat(output.text()).contains("\uFFFD[2J2\uFFFD1A").doesNotContain("\u001B", "\u0007", "\u009B", "\r");
    }

    @Test
    void endsWithOneForAnErrorInPlaceOfTheAnswer() throws Exception {
        int exit = ask(
                new TenantId("ask-refused"),
                (id, platform) -> platform.settle(Told.error(id, "over_budget", "no tokens left \u001B[31m")),
                "What is 1 + 1?");

        assertThat(exit).isEqualTo(1);
        assertThat(output.text()).isEqualTo("Error over_budget: no tokens left \uFFFD[31m\n");
    }

    @Test
    void endsWithThreeWhereNoAnswerComesInTime() throws Exception {
        int exit = ask(new TenantId("ask-late"), (_, _) -> {}, "--timeout", "1", "What is 1 + 1?");

        assertThat(exit).isEqualTo(3);
        assertThat(errors.text()).startsWith("ponder: no result came in 1 s");
        assertThat(output.text()).isEmpty();
    }

    private int ask(TenantId tenant, TellingPlatform.Tale tale, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                FrontDoor.class.getName(),
                "ask",
                "--bootstrap",
                LocalBroker.shared(),
                "--tenant",
                tenant.value()));
        command.addAll(List.of(arguments));
        try (TellingPlatform platform = TellingPlatform.open(tenant, tale)) {
            Process process = new ProcessBuilder(command).start();
            Thread out = copy(process.getInputStream(), output);
            Thread err = copy(process.getErrorStream(), errors);
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("ends in time; it said %s %s", output.text(), errors.text())
                    .isTrue();
            out.join();
            err.join();
            assertThat(platform.asked()).contains("What is 1 + 1?");
            return process.exitValue();
        }
    }

    private static Thread copy(InputStream from, WatchedOutput to) {
        return Thread.ofVirtual().start(() -> {
            try {
                from.transferTo(to);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }
}

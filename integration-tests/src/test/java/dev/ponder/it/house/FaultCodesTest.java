package dev.ponder.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.fault.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/failures.md} sends whoever has an error to the services' tables: each code stands in a row of one of them. */
class FaultCodesTest {

    private static final String TABLES = "## When something is wrong";

    @ParameterizedTest
    @EnumSource
    void aServicesTableSaysWhatToDoAboutEachCode(FaultCode code) {
        List<String> rows = rows();

        assertThat(rows)
                .as("first cells of tables in which %s stands", code.wire())
                .anyMatch(cell -> cell.contains("`" + code.wire() + "`"));
    }

    private static List<String> rows() {
        return Stream.of("router-service", "reasoner-service")
                .flatMap(service -> tables(service).lines())
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|")[1])
                .toList();
    }

    private static String tables(String service) {
        try {
            String page = Files.readString(ModulePoms.root().resolve(service).resolve("README.md"));
            String begun = page.substring(page.indexOf(TABLES) + TABLES.length());
            int next = begun.indexOf("\n## ");
            return next < 0 ? begun : begun.substring(0, next);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

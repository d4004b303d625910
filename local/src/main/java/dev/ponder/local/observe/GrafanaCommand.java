package dev.ponder.local.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The command line of an installed Grafana, which wants to know where the rest of it lies. */
final class GrafanaCommand {

    private static final String PROGRAM = "grafana";
    private static final Path PACKAGED = Path.of("/usr/share/grafana");

    private GrafanaCommand() {}

    static List<String> of(Path program, Path ini) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        if (program.getFileName().toString().equals(PROGRAM)) {
            command.add("server");
        }
        home(program).ifPresent(home -> command.addAll(List.of("--homepath", home.toString())));
        command.addAll(List.of("--config", ini.toString()));
        return command;
    }

    /** As its archive, its package or Homebrew lay it. */
    private static Optional<Path> home(Path program) throws IOException {
        Path above = program.toRealPath().resolve("../..").normalize();
        return Stream.of(above, above.resolve("share/grafana"), PACKAGED)
                .filter(folder -> Files.isReadable(folder.resolve("conf/defaults.ini")))
                .findFirst();
    }
}

package dev.ponder.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of models for a real server, which writes beside them: the tools' toys, and ours. */
final class ModelFolder {

    private static final String OURS = "tensorrt_llm";
    private static final int LONGEST_LINK = 200;

    private ModelFolder() {}

    static Path copy(Path toys, Path own) throws IOException {
        try (Stream<Path> files = Files.walk(toys)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = own.resolve(toys.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.write(to, Files.readAllBytes(followed(file)));
            }
        }
        for (String file : List.of("config.pbtxt", "1/model.py")) {
            Path to = own.resolve(OURS).resolve(file);
            Files.createDirectories(to.getParent());
            try (InputStream in = ModelFolder.class.getResourceAsStream("/conformance/" + OURS + "/" + file)) {
                Files.write(to, in.readAllBytes());
            }
        }
        return own;
    }

    /** A checkout without symbolic links holds, in a link's place, a file that names its target. */
    private static Path followed(Path file) throws IOException {
        if (Files.size(file) > LONGEST_LINK) {
            return file;
        }
        String named = Files.readString(file).strip();
        Path target = file.resolveSibling(named).normalize();
        return !named.isEmpty() && !named.contains("\n") && Files.isRegularFile(target) ? target : file;
    }
}

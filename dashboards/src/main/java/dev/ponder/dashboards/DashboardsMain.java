package dev.ponder.dashboards;

import dev.ponder.dashboards.file.MadeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the files anew: what {@code ./ponder dashboards} calls. */
public final class DashboardsMain {

    private static final List<String> FOLDERS = List.of(MadeFiles.DASHBOARDS, MadeFiles.RULES);

    private DashboardsMain() {}

    /**
     * Writes all files, and takes away those that are not made any more.
     *
     * @param arguments the top of the repository; {@code -Dponder.root} where there is none
     */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments.length > 0 ? arguments[0] : System.getProperty("ponder.root", ""));
        Map<String, String> files = Everything.files();
        for (String folder : FOLDERS) {
            Files.createDirectories(root.resolve(folder));
            try (Stream<Path> there = Files.list(root.resolve(folder))) {
                for (Path file : there.toList()) {
                    String name = file.getFileName().toString();
                    if (name.startsWith("ponder-") && !files.containsKey(folder + name)) {
                        Files.delete(file);
                    }
                }
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        System.out.println(files.size() + " files written below " + root.toAbsolutePath());
    }
}

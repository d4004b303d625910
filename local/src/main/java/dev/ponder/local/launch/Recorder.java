package dev.ponder.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which programs of a run start with a cache, and which record one; one of a kind records. Used by one thread at a time. */
final class Recorder {

    private final StartupCaches caches;
    private final WorkFolder folder;
    private final boolean records;
    private final Map<String, Program> recording = new LinkedHashMap<>();

    Recorder(Checkout checkout, WorkFolder folder, boolean records) {
        this.caches = new StartupCaches(checkout.state().resolve("aot"));
        this.folder = folder;
        this.records = records;
    }

    /** The JVM flags for a program that is about to start. */
    List<String> flags(Program program) throws IOException {
        if (caches.has(program)) {
            return caches.use(program);
        }
        if (!records || recording.putIfAbsent(program.kind(), program) != null) {
            return List.of();
        }
        return StartupCaches.record(folder.recording(program.kind()));
    }

    /** Whether an ended run left something to make caches of. */
    boolean hasRecordings() {
        return !recording.isEmpty();
    }

    /** Makes caches of what was recorded, once the programs have ended. Says how many there are now. */
    int assemble() throws IOException, InterruptedException {
        // The run's has gone, and a cache is made by the command that will use it.
        Files.createDirectories(folder.scratch().path());
        List<Assembly> assemblies = new ArrayList<>();
        for (Program program : recording.values()) {
            Path recorded = folder.recording(program.kind());
            if (Files.isReadable(recorded)) {
                Path log = folder.log(program.kind() + "-startup");
                assemblies.add(new Assembly(program, recorded, caches.assemble(program, recorded, log)));
            }
        }
        int kept = 0;
        for (Assembly one : assemblies) {
            kept += caches.keep(one.program(), one.recorded(), one.process()) ? 1 : 0;
            Files.deleteIfExists(one.recorded());
        }
        WorkFolder.delete(folder.scratch().path());
        return kept;
    }

    private record Assembly(Program program, Path recorded, Process process) {}
}

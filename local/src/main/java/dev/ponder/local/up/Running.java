package dev.ponder.local.up;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.local.launch.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The stack that {@code ./ponder up} keeps running, as {@code .ponder/up.json} tells it.
 *
 * @param pid of the keeper
 * @param keptSince when the keeper started; with the pid it names the process for good
 * @param bootstrap where Kafka clients connect
 * @param folder where logs and spans are
 * @param pages addresses of what the stack is looked at with, by name
 */
public record Running(long pid, Instant keptSince, String bootstrap, String folder, Map<String, String> pages) {

    private static final String FILE = "up.json";

    public Running {
        requireNonNull(keptSince, "keptSince is null");
        requireNonNull(bootstrap, "bootstrap is null");
        requireNonNull(folder, "folder is null");
        // An older version wrote none.
        pages = requireNonNullElse(pages, Map.of());
    }

    /** Finds the stack that runs in a checkout; a file whose keeper has ended says nothing. */
    public static Optional<Running> find(Checkout checkout) throws IOException {
        Path file = file(checkout);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            Running written = Json.read(Files.readAllBytes(file), Running.class);
            return written.keeper().map(alive -> written);
        } catch (UnreadableException notOurs) {
            return Optional.empty();
        }
    }

    /** Tells of a stack that this process keeps. */
    static Running here(String bootstrap, Path folder, Map<String, String> pages) {
        ProcessHandle self = ProcessHandle.current();
        return new Running(self.pid(), startOf(self), bootstrap, folder.toString(), pages);
    }

    /** The keeper's process, if it is still the same one. */
    Optional<ProcessHandle> keeper() {
        return ProcessHandle.of(pid).filter(handle -> startOf(handle).equals(keptSince));
    }

    private static Instant startOf(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }

    void write(Checkout checkout) throws IOException {
        Path file = file(checkout);
        Path beside = file.resolveSibling(FILE + "." + pid);
        Files.write(beside, Json.write(this));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void forget(Checkout checkout) throws IOException {
        Files.deleteIfExists(file(checkout));
    }

    private static Path file(Checkout checkout) {
        return checkout.state().resolve(FILE);
    }
}

package dev.ponder.images.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an image is made of, as its labels say it.
 *
 * @param revision the commit, with {@code -changed} where the working tree differs from it; {@code unknown} without git
 * @param time of the commit, so that the same commit makes the same image; the epoch without git
 */
record Source(String revision, Instant time) {

    Source {
        requireNonNull(revision, "revision is null");
        requireNonNull(time, "time is null");
    }

    /** Asks git about a checkout. */
    static Source of(Path root) throws InterruptedException {
        Optional<String> commit = git(root, "log", "-1", "--format=%H %ct");
        if (commit.isEmpty() || commit.orElseThrow().indexOf(' ') < 0) {
            return new Source("unknown", Instant.EPOCH);
        }
        String[] parts = commit.orElseThrow().split(" ", 2);
        boolean changed = !git(root, "status", "--porcelain").orElse("").isEmpty();
        return new Source(parts[0] + (changed ? "-changed" : ""), Instant.ofEpochSecond(Long.parseLong(parts[1])));
    }

    private static Optional<String> git(Path root, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            // A checkout without git may lie inside another one, whose commit says nothing of it.
            builder.environment()
                    .put(
                            "GIT_CEILING_DIRECTORIES",
                            String.valueOf(root.toAbsolutePath().getParent()));
            Process git = builder.start();
            String said = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }
}

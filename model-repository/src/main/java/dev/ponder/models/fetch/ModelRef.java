package dev.ponder.models.fetch;

import java.util.regex.Pattern;

/**
 * Which snapshot.
 *
 * @param repository owner and name
 * @param revision branch, tag or commit
 */
record ModelRef(String repository, String revision) {

    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9][\\w.-]*/[A-Za-z0-9][\\w.-]*");
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9][\\w./-]*");

    ModelRef {
        if (!REPOSITORY.matcher(repository).matches()) {
            throw new IllegalArgumentException(
                    "model is \"" + repository + "\"; write OWNER/NAME, such as LLM360/K2-Think");
        }
        if (!REVISION.matcher(revision).matches()) {
            throw new IllegalArgumentException("revision is \"" + revision + "\"; write a branch, tag or commit");
        }
    }
}

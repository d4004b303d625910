package dev.ponder.local.acls;

import static java.util.Objects.requireNonNull;

import dev.ponder.access.Grant;
import java.util.List;

/**
 * A principal and what it needs.
 *
 * @param who for people: {@code router}, {@code tenant acme}
 * @param principal as the broker sees it, {@code User:…}
 */
record Holder(String who, String principal, List<Grant> grants) {

    Holder {
        requireNonNull(who, "who is null");
        if (!principal.contains(":")) {
            throw new IllegalArgumentException(
                    "principal is not of the form TYPE:NAME, such as User:acme: " + principal);
        }
        grants = List.copyOf(grants);
    }
}

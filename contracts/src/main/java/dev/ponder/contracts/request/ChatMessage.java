package dev.ponder.contracts.request;

import static java.util.Objects.requireNonNull;

/**
 * One turn of a conversation.
 *
 * @param role system, developer, user or assistant
 * @param content its text
 */
public record ChatMessage(String role, String content) {

    public ChatMessage {
        requireNonNull(role, "role is null");
        requireNonNull(content, "content is null");
    }
}

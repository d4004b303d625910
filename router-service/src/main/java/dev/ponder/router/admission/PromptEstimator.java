package dev.ponder.router.admission;

import dev.ponder.contracts.request.ChatMessage;
import java.util.List;

/**
 * Estimates tokens without the model's tokeniser: an ideograph is one, four other characters are one, a turn costs four more for
 * its template. Errs high for English prose, low for rare scripts. Pure.
 */
final class PromptEstimator {

    private static final int CHARACTERS_A_TOKEN = 4;
    private static final int TURN = 4;

    private PromptEstimator() {}

    static int tokens(List<ChatMessage> messages) {
        long tokens = messages.stream()
                .mapToLong(message -> TURN + tokens(message.content()))
                .sum();
        return (int) Math.min(Integer.MAX_VALUE / 2, tokens);
    }

    private static long tokens(String text) {
        long ideographs = text.codePoints().filter(Character::isIdeographic).count();
        long others = text.codePointCount(0, text.length()) - ideographs;
        return ideographs + Math.ceilDiv(others, CHARACTERS_A_TOKEN);
    }
}

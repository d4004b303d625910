package dev.ponder.local.demo;

import dev.ponder.local.exchange.Question;
import java.util.List;

/**
 * What a run asks.
 *
 * @param questions in their order
 * @param perSecond how many new ones are due a second
 */
record Asked(List<Question> questions, double perSecond) {

    Asked {
        questions = List.copyOf(questions);
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("perSecond is not above 0: " + perSecond);
        }
    }
}

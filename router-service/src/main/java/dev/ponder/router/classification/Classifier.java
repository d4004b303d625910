package dev.ponder.router.classification;

import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.request.ReasoningRequest;

/** Says what kind of question it is: rules today, a trained model behind the same port later. Pure, thread-safe. */
@FunctionalInterface
public interface Classifier {

    /** Classifies; abstains where it is unsure. */
    Classification classify(ReasoningRequest request);
}

package dev.ponder.router.classification;

import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.request.ChatMessage;
import dev.ponder.contracts.request.ReasoningRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Classifies by words and signs. Its probabilities are the shares of its evidence, no calibrated ones, and it says so by its name;
 * where little speaks for anything it abstains.
 */
public final class RulesClassifier implements Classifier {

    private static final String NAME = "rules-1";
    private static final double LEAST_EVIDENCE = 0.6;
    private static final double LEAST_SHARE = 0.5;
    private static final double PRIOR = 0.3;
    private static final int LONG_QUESTION = 600;
    private static final int MOST_READ = 4_000;
    private static final Pattern HARD = Pattern.compile(
            "\\b(prove|proof|integral|theorem|optimal|minimi[sz]e|maximi[sz]e)\\b|证明|定理|积分", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHOICE = Pattern.compile("(?m)^\\s*\\(?[A-E][).:]\\s");

    @Override
    public Classification classify(ReasoningRequest request) {
        String text = lastQuestion(request);
        Map<Domain, Double> weights = new EnumMap<>(Domain.class);
        double total = PRIOR;
        for (Domain domain : Domain.values()) {
            double weight = domain.weightIn(text);
            weights.put(domain, weight);
            total += weight;
        }
        Domain best = weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
        double evidence = weights.getOrDefault(best, 0.0);
        double share = evidence / total;
        boolean unsure = evidence < LEAST_EVIDENCE || share < LEAST_SHARE;
        Domain domain = unsure && evidence < LEAST_EVIDENCE ? Domain.GENERAL_TEXT : best;
        return new Classification(domain.wire(), share, easiness(text), answerType(domain, text), unsure, NAME);
    }

    private static String lastQuestion(ReasoningRequest request) {
        ChatMessage last = request.messages().getLast();
        String text = last.content();
        return text.length() <= MOST_READ ? text : text.substring(0, MOST_READ);
    }

    /** Short questions without hard words are easier; between 0.1 and 0.9, because the question alone says little. */
    private static double easiness(String text) {
        double length = Math.min(1, text.length() / (double) LONG_QUESTION);
        double hard = Math.min(1, (double) HARD.matcher(text).results().limit(3).count() / 2);
        return 0.9 - 0.4 * length - 0.4 * hard;
    }

    private static String answerType(Domain domain, String text) {
        if (CHOICE.matcher(text).results().limit(2).count() == 2) {
            return "choice";
        }
        return switch (domain) {
            case MATH -> "number";
            case CODE -> "code";
            case PHYSICS, CHEMISTRY, BIOLOGY, TRANSLATION, CREATIVE, GENERAL_TEXT -> "text";
        };
    }
}

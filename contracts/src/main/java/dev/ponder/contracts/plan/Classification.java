package dev.ponder.contracts.plan;

import static java.util.Objects.requireNonNull;

/**
 * What a classifier thinks of a question. Weak evidence before the answer: it sets pool, class and budget, never the answer.
 *
 * @param domain math, physics, chemistry, biology, general_science, code, general_text, translation or creative
 * @param domainProbability how sure it is of that, 0 to 1
 * @param easyProbability how likely one cheap chain suffices, 0 to 1
 * @param answerType number, choice, expression, code or text
 * @param abstained whether it was too unsure to be relied on
 * @param by which classifier said so, with its version
 */
public record Classification(
        String domain,
        double domainProbability,
        double easyProbability,
        String answerType,
        boolean abstained,
        String by) {

    public Classification {
        requireNonNull(domain, "domain is null");
        requireNonNull(answerType, "answerType is null");
        requireNonNull(by, "by is null");
        requireShare(domainProbability, "domainProbability");
        requireShare(easyProbability, "easyProbability");
    }

    private static void requireShare(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is not in 0..1: " + value);
        }
    }
}

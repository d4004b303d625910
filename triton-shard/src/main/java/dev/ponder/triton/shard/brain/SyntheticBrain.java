package dev.ponder.triton.shard.brain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes answers of a known length and a known distribution, for measuring: right with a set probability, wrong chains about twice
 * as long. A prompt that says {@code tokens=N} gets exactly N tokens, right or wrong; one that says {@code stamps=N} gets N tokens that
 * tell when they were said. Deterministic by prompt and seed.
 */
public final class SyntheticBrain implements Brain {

    private static final Pattern LENGTH = Pattern.compile("\\btokens=(\\d{1,6})\\b");
    private static final Pattern STAMPS = Pattern.compile("\\bstamps=(\\d{1,6})\\b");
    /** So many tokens say the same, as the model of the conformance cases does on a real server. */
    private static final int ALIKE = 400;
    /** Later ones are drawn: a long text that repeats itself would be taken for a model that goes round in circles. */
    private static final List<String> WORDS = List.of(" hm", " so", " if", " or", " as", " we", " an", " no");

    private static final int DISTRACTORS = 8;
    private static final int LEAST_TOKENS = 4;
    private static final int WRONG_IS_LONGER = 2;

    private final int meanTokens;
    private final double lengthCv;
    private final double rightShare;
    private final long seed;

    /**
     * Makes a brain.
     *
     * @param meanTokens the mean length of a right answer
     * @param lengthCv the coefficient of variation of the log-normal lengths; 0 for one length of right answers and one of wrong
     * @param rightShare how often it is right, 0 to 1
     */
    public SyntheticBrain(int meanTokens, double lengthCv, double rightShare, long seed) {
        if (meanTokens < LEAST_TOKENS) {
            throw new IllegalArgumentException("meanTokens is below " + LEAST_TOKENS + ": " + meanTokens);
        }
        this.meanTokens = meanTokens;
        this.lengthCv = lengthCv;
        this.rightShare = rightShare;
        this.seed = seed;
    }

    @Override
    public Optional<Script> think(Prompt prompt) {
        String asked = prompt.anew().text();
        Matcher stamps = STAMPS.matcher(asked);
        if (stamps.find()) {
            return Optional.of(new Script(Collections.nCopies(Integer.parseInt(stamps.group(1)), Script.STAMP)));
        }
        RandomGenerator random = new SplittableRandom(seed ^ prompt.seed() ^ ((long) asked.hashCode() << 32));
        boolean right = random.nextDouble() < rightShare;
        String answer = right ? "42" : Integer.toString(100 + random.nextInt(DISTRACTORS));
        Matcher named = LENGTH.matcher(asked);
        int length = named.find() ? Integer.parseInt(named.group(1)) : drawLength(random, right);
        return Optional.of(script(Math.max(1, length), answer, random));
    }

    private int drawLength(RandomGenerator random, boolean right) {
        double variance = Math.log1p(lengthCv * lengthCv);
        double factor = Math.exp(Math.sqrt(variance) * random.nextGaussian() - variance / 2);
        double length = meanTokens * factor * (right ? 1 : WRONG_IS_LONGER);
        return Math.max(LEAST_TOKENS, (int) Math.round(length));
    }

    private static String word(int index, RandomGenerator random) {
        return index < ALIKE ? " hm" : WORDS.get(random.nextInt(WORDS.size()));
    }

    private static Script script(int length, String answer, RandomGenerator random) {
        List<String> tokens = new ArrayList<>(length);
        for (int i = 0; i < length - LEAST_TOKENS + 1; i++) {
            tokens.add(i % 10 == 9 ? "\n" : word(i, random));
        }
        List<String> end = List.of("</think>", "\\boxed{", answer + "}");
        tokens.addAll(length < LEAST_TOKENS ? end.subList(end.size() - length, end.size()) : end);
        if (length >= LEAST_TOKENS) {
            tokens.set(0, "<think>");
        }
        return new Script(tokens);
    }
}

package dev.ponder.triton.shard.brain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Plays sampled answers of a real model: for a question that it has recordings of, one after another, starting by seed. An answer that
 * the prompt begins is played on.
 */
public final class RecordedBrain implements Brain {

    private final Map<String, List<String>> answers;
    private final Map<String, AtomicInteger> played = new ConcurrentHashMap<>();

    /** Takes recordings: texts by question. */
    public RecordedBrain(Map<String, List<String>> answersByQuestion) {
        Map<String, List<String>> normalised = new HashMap<>();
        answersByQuestion.forEach((question, texts) -> {
            if (!texts.isEmpty()) {
                normalised.merge(Prompt.normalised(question), List.copyOf(texts), RecordedBrain::both);
            }
        });
        this.answers = Map.copyOf(normalised);
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @Override
    public Optional<Script> think(Prompt prompt) {
        String question = prompt.normalisedQuestion();
        return Optional.ofNullable(answers.get(question)).map(texts -> Script.ofText(choose(question, texts, prompt)));
    }

    private String choose(String question, List<String> texts, Prompt prompt) {
        String begun = prompt.begun();
        return texts.stream()
                .filter(text -> !begun.isEmpty() && text.startsWith(begun))
                .findFirst()
                .orElseGet(() -> texts.get(turn(question, texts, prompt)));
    }

    private int turn(String question, List<String> texts, Prompt prompt) {
        int count = played.computeIfAbsent(question, _ -> new AtomicInteger()).getAndIncrement();
        return (int) Math.floorMod(prompt.seed() + count, (long) texts.size());
    }
}

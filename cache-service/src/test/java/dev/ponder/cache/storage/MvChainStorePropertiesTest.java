package dev.ponder.cache.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.cache.Chains;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.mechanics.time.ManualTicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** The store is a map with a position, whatever happens to its process and its file. */
class MvChainStorePropertiesTest {

    static final int KEYS = 8;
    private static final List<QuestionKey> QUESTIONS = IntStream.range(0, KEYS)
            .mapToObj(number -> Chains.key(Chains.ALICE, "question " + number))
            .toList();

    private final ManualTicker ticker = new ManualTicker(Chains.LEARNED_AT);

    private Path dir = Path.of("");

    /** What the store should hold: chains by question, and the position of partition 0. */
    private record State(Map<QuestionKey, String> chains, long position) {
        private State {
            chains = Map.copyOf(chains);
        }
    }

    @BeforeTry
    void makeFolder() throws IOException {
        dir = Files.createTempDirectory("chain-store-");
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 60)
    void isAMapAcrossRestartsAndKills(@ForAll @Size(max = 60) List<@IntRange(max = 4 * KEYS - 1) Integer> steps) {
        MvChainStore store = open();
        State state = new State(Map.of(), 0);
        for (int step : steps) {
            switch (step / KEYS) {
                case 0, 1 -> state = learn(store, state, step);
                case 2 -> state = forget(store, state, step);
                default -> store = reopened(store, step % 2 == 0);
            }
            assertThat(stateOf(store)).isEqualTo(state);
        }
        store.close();
    }

    @Property(tries = 60)
    void isAStateThatOnceWasWhenTheFileIsCutShort(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 3 * KEYS - 1) Integer> steps,
            @ForAll @IntRange(max = 1000) int permille)
            throws IOException {
        List<State> states = written(steps);
        Path file = dir.resolve(StoreFile.NAME);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, (int) (whole.length * (long) permille / 1000)));

        try (MvChainStore store = open()) {
            assertThat(states).contains(stateOf(store));
        }
    }

    @Property(tries = 200)
    void neverTellsADamagedChainNorFailsToOpen(
            @ForAll @Size(min = 5, max = 30) List<@IntRange(max = 3 * KEYS - 1) Integer> steps, @ForAll long seed)
            throws IOException {
        List<State> states = written(steps);
        damage(new Random(seed));

        try (MvChainStore store = open()) {
            for (QuestionKey question : QUESTIONS) {
                store.find(question)
                        .ifPresent(told -> assertThat(states)
                                .anySatisfy(state -> assertThat(state.chains()).containsEntry(question, told)));
            }
        }
    }

    private List<State> written(List<Integer> steps) {
        List<State> states = new ArrayList<>();
        State state = new State(Map.of(), 0);
        states.add(state);
        MvChainStore store = open();
        for (int step : steps) {
            state = step / KEYS < 2 ? learn(store, state, step) : forget(store, state, step);
            states.add(state);
        }
        store.abandon();
        return states;
    }

    private void damage(Random random) throws IOException {
        Path file = dir.resolve(StoreFile.NAME);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < 16; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(file, bytes);
    }

    private static State learn(ChainStore store, State state, int step) {
        QuestionKey key = QUESTIONS.get(step % KEYS);
        String chain = "chain " + state.position();
        store.apply(List.of(new ChainChange.Learned(key, chain)), Map.of(0, state.position() + 1));
        Map<QuestionKey, String> chains = new HashMap<>(state.chains());
        chains.put(key, chain);
        return new State(chains, state.position() + 1);
    }

    private static State forget(ChainStore store, State state, int step) {
        QuestionKey key = QUESTIONS.get(step % KEYS);
        store.apply(List.of(new ChainChange.Forgotten(key)), Map.of(0, state.position() + 1));
        Map<QuestionKey, String> chains = new HashMap<>(state.chains());
        chains.remove(key);
        return new State(chains, state.position() + 1);
    }

    private MvChainStore reopened(MvChainStore store, boolean killed) {
        if (killed) {
            store.abandon();
        } else {
            store.close();
        }
        return open();
    }

    private static State stateOf(ChainStore store) {
        Map<QuestionKey, String> chains = new HashMap<>();
        QUESTIONS.forEach(question -> store.find(question).ifPresent(chain -> chains.put(question, chain)));
        assertThat(store.size()).isEqualTo(chains.size());
        return new State(chains, store.positions().getOrDefault(0, 0L));
    }

    private MvChainStore open() {
        return MvChainStore.open(dir, 100, Duration.ofHours(1), ticker);
    }
}

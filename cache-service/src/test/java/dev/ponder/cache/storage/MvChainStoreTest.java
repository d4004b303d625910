package dev.ponder.cache.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.cache.Chains;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.mechanics.time.ManualTicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MvChainStoreTest {

    private static final Duration ABSENCE = Duration.ofHours(12);
    private static final int MANY = 1000;

    @TempDir
    Path dir;

    private final ManualTicker ticker = new ManualTicker(Chains.LEARNED_AT);

    @Test
    void goesOnWhereItWasAfterAClose() {
        try (MvChainStore store = open(MANY)) {
            store.adopt("topic-1");
            learn(store, 1, 7);
        }

        try (MvChainStore store = open(MANY)) {
            assertThat(store.adopt("topic-1")).isFalse();
            assertThat(store.find(key(1))).contains("chain 1");
            assertThat(store.positions()).isEqualTo(Map.of(0, 7L));
        }
    }

    @Test
    void goesOnWhereItWasAfterAKill() {
        MvChainStore killed = open(MANY);
        learn(killed, 1, 7);
        killed.abandon();

        try (MvChainStore store = open(MANY)) {
            assertThat(store.find(key(1))).contains("chain 1");
            assertThat(store.positions()).isEqualTo(Map.of(0, 7L));
        }
    }

    @Test
    void beginsAnewWhenTheFolderIsLost() throws IOException {
        try (MvChainStore store = open(MANY)) {
            learn(store, 1, 7);
        }
        Files.delete(dir.resolve(StoreFile.NAME));

        try (MvChainStore store = open(MANY)) {
            assertThat(store.size()).isZero();
            assertThat(store.positions()).isEmpty();
        }
    }

    @Test
    void movesAFileAsideThatIsNone() throws IOException {
        Files.writeString(dir.resolve(StoreFile.NAME), "this was never a store".repeat(1000));

        try (MvChainStore store = open(MANY)) {
            learn(store, 1, 7);

            assertThat(store.find(key(1))).contains("chain 1");
            assertThat(movedAside()).isEqualTo(1);
        }
    }

    @Test
    void movesACondemnedFileAside() {
        try (MvChainStore store = open(MANY)) {
            learn(store, 1, 7);
        }
        new StoreFile(dir, ticker).condemn();

        try (MvChainStore store = open(MANY)) {
            assertThat(store.positions()).isEmpty();
            assertThat(movedAside()).isEqualTo(1);
        }
        try (MvChainStore store = open(MANY)) {
            assertThat(store.isSound()).isTrue();
            assertThat(movedAside()).isEqualTo(1);
        }
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (MvChainStore user = open(MANY)) {
            assertThatThrownBy(() -> open(MANY))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(StorageException.Reason.IN_USE));
            assertThat(user.isSound()).isTrue();
        }
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.createFile(dir.resolve("file"));

        assertThatThrownBy(() -> MvChainStore.open(file, MANY, ABSENCE, ticker))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(StorageException.Reason.INACCESSIBLE));
    }

    @Test
    void isEmptiedForATopicMadeAnew() {
        try (MvChainStore store = open(MANY)) {
            store.adopt("topic-1");
            learn(store, 1, 7);

            assertThat(store.adopt("topic-2")).isTrue();
            assertThat(store.size()).isZero();
            assertThat(store.positions()).isEmpty();
        }
    }

    @Test
    void isEmptiedAfterTooLongAnAbsence() {
        try (MvChainStore store = open(MANY)) {
            store.adopt("topic-1");
            learn(store, 1, 7);
        }
        ticker.advance(ABSENCE.plusSeconds(1));

        try (MvChainStore store = open(MANY)) {
            assertThat(store.isTrusted()).isFalse();
            assertThat(store.adopt("topic-1")).isTrue();
            assertThat(store.size()).isZero();
            assertThat(store.positions()).isEmpty();
            assertThat(store.isTrusted()).isTrue();
        }
    }

    @Test
    void isTrustedNoLongerForBeingOpenedMeanwhile() {
        try (MvChainStore store = open(MANY)) {
            store.adopt("topic-1");
            learn(store, 1, 7);
        }
        for (int restart = 0; restart < 4; restart++) {
            ticker.advance(ABSENCE.minusHours(1));
            open(MANY).close();
        }

        try (MvChainStore store = open(MANY)) {
            assertThat(store.isTrusted()).isFalse();
            assertThat(store.adopt("topic-1")).isTrue();
            assertThat(store.find(key(1))).isEmpty();
        }
    }

    @Test
    void losesItsTrustWhileItIsOpenAndGetsItBackByReadingAnewAlone() {
        try (MvChainStore store = open(MANY)) {
            store.adopt("topic-1");
            learn(store, 1, 7);
            ticker.advance(ABSENCE.plusSeconds(1));

            learn(store, 2, 8);
            store.agreed("topic-1", ticker.now());
            assertThat(store.isTrusted()).isFalse();

            assertThat(store.adopt("topic-1")).isTrue();
            assertThat(store.isTrusted()).isTrue();
            assertThat(store.size()).isZero();
        }
    }

    @Test
    void keepsTheTrustOfAnUnbrokenAgreement() {
        try (MvChainStore store = open(MANY)) {
            store.adopt("topic-1");
            learn(store, 1, 7);
            ticker.advance(ABSENCE.minusHours(1));
            store.agreed("topic-1", ticker.now());
            ticker.advance(ABSENCE.minusHours(1));
        }

        try (MvChainStore store = open(MANY)) {
            assertThat(store.isTrusted()).isTrue();
            assertThat(store.adopt("topic-1")).isFalse();
            assertThat(store.find(key(1))).contains("chain 1");
        }
    }

    @Test
    void countsAnInterruptedRefillFromWhereItBegan() {
        try (MvChainStore store = open(MANY)) {
            store.adopt("topic-1");
            ticker.advance(ABSENCE.minusHours(1));
            learn(store, 1, 7);
        }
        ticker.advance(Duration.ofHours(2));

        try (MvChainStore store = open(MANY)) {
            assertThat(store.adopt("topic-1")).isTrue();
        }
    }

    @Test
    void agreesWithNoOtherTopicThanItsOwn() {
        try (MvChainStore store = open(MANY)) {
            store.adopt("topic-1");
            learn(store, 1, 7);
            ticker.advance(ABSENCE.minusHours(1));
            store.agreed("topic-2", ticker.now());
            ticker.advance(Duration.ofHours(2));

            assertThat(store.isTrusted()).isFalse();
        }
    }

    @Test
    void keepsAtMostTheBoundAndTheLatest() {
        try (MvChainStore store = open(3)) {
            IntStream.rangeClosed(1, 5).forEach(number -> learn(store, number, number));

            assertThat(store.size()).isEqualTo(3);
            assertThat(store.find(key(2))).isEmpty();
            assertThat(store.find(key(3))).isPresent();
        }
    }

    @Test
    void givesWhatWasAskedForASecondChance() {
        try (MvChainStore store = open(3)) {
            IntStream.rangeClosed(1, 3).forEach(number -> learn(store, number, number));
            store.used(key(1));

            learn(store, 4, 4);
            assertThat(store.find(key(1))).isPresent();
            assertThat(store.find(key(2))).isEmpty();

            IntStream.rangeClosed(5, 6).forEach(number -> learn(store, number, number));
            assertThat(store.find(key(1))).isPresent();
            learn(store, 7, 7);
            assertThat(store.find(key(1))).isEmpty();
        }
    }

    @Test
    void shrinksToASmallerBound() {
        try (MvChainStore store = open(MANY)) {
            IntStream.rangeClosed(1, 9).forEach(number -> learn(store, number, number));
        }

        try (MvChainStore store = open(2)) {
            learn(store, 10, 10);

            assertThat(store.size()).isEqualTo(2);
            assertThat(store.find(key(9))).isPresent();
        }
    }

    @Test
    void dropsOnlyWhatWasRefuted() {
        try (MvChainStore store = open(MANY)) {
            learn(store, 1, 1);

            store.drop(key(1), "another chain");
            assertThat(store.find(key(1))).isPresent();

            store.drop(key(1), "chain 1");
            assertThat(store.find(key(1))).isEmpty();
        }
    }

    @Test
    void answersNothingOnceClosed() {
        MvChainStore store = open(MANY);
        learn(store, 1, 1);

        store.close();

        assertThat(store.isSound()).isFalse();
        assertThat(store.find(key(1))).isEmpty();
        assertThat(store.size()).isZero();
        assertThat(dir.resolve(StoreFile.NAME + ".damaged")).doesNotExist();
    }

    private MvChainStore open(int maxEntries) {
        return MvChainStore.open(dir, maxEntries, ABSENCE, ticker);
    }

    private static void learn(ChainStore store, int number, long position) {
        store.apply(List.of(new ChainChange.Learned(key(number), "chain " + number)), Map.of(0, position));
    }

    private static QuestionKey key(int number) {
        return Chains.key(Chains.ALICE, "question " + number);
    }

    private long movedAside() {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(file -> file.getFileName().toString().contains(".damaged-"))
                    .count();
        } catch (IOException unlistable) {
            throw new AssertionError(unlistable);
        }
    }
}

package dev.ponder.reasoner.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class BallotTest {

    @Test
    void takesTheSmallestOfThoseWithAsManyVotes() {
        Ballot ballot = Ballot.of(List.of("7", "12", "7", "12", "3"));
        assertThat(ballot.leader()).contains("12");
        assertThat(ballot.agreed()).isEqualTo(2);
        assertThat(ballot.second()).isEqualTo(2);
    }

    @Test
    void givesAChainWithoutAnAnswerNoVote() {
        Ballot ballot = Ballot.of(List.of("", "", "5"));
        assertThat(ballot.leader()).contains("5");
        assertThat(ballot.voted()).isEqualTo(1);
        assertThat(Ballot.of(List.of("")).leader()).isEmpty();
    }

    @Property
    void comesOutTheSameInWhateverOrderChainsCame(@ForAll("answers") List<String> answers, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(answers);
        Collections.shuffle(shuffled, random);
        assertThat(Ballot.of(shuffled)).isEqualTo(Ballot.of(answers));
        assertThat(Ballot.of(shuffled).leader()).isEqualTo(Ballot.of(answers).leader());
    }

    @Property
    void hasNobodyInFrontOfItsLeader(@ForAll("answers") List<String> answers) {
        Ballot ballot = Ballot.of(answers);
        assertThat(ballot.votes().values()).allMatch(count -> count <= ballot.agreed());
        assertThat(ballot.agreed() + ballot.second()).isLessThanOrEqualTo(ballot.voted());
    }

    @Provide
    static Arbitrary<List<String>> answers() {
        return Arbitraries.of("", "1", "2", "3", "10").list().ofMaxSize(20);
    }
}

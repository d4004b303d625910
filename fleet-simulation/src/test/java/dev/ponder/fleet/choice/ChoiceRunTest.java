package dev.ponder.fleet.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.gpu.Sequence;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.triton.client.pool.LeastDelay;
import dev.ponder.triton.client.pool.ShardPace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChoiceRunTest {

    private static final ReplicaModel MODEL = new ReplicaModel(60, 13_000, 0.015, 0.00033);
    private static final ChoiceSettings SETTINGS = new ChoiceSettings(MODEL, 4, 200, 2);

    /** Conversations whose turns share what was said before. */
    private static List<SimulatedRequest> conversations() {
        SplittableRandom random = new SplittableRandom(1);
        List<SimulatedRequest> requests = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < 600; i++) {
            int conversation = random.nextInt(30);
            List<Long> blocks = new ArrayList<>();
            for (int block = 0; block < 10; block++) {
                blocks.add(conversation * 1000L + block);
            }
            at += random.nextExponential() * 0.08;
            requests.add(SimulatedRequest.interactive(i, at, 5600, 50 + random.nextInt(100), 0, blocks));
        }
        return requests;
    }

    private static double meanFirstToken(Chooser chooser) {
        return ChoiceRun.play(SETTINGS, conversations(), chooser, 1).stream()
                .mapToDouble(Sequence::firstTokenSeconds)
                .average()
                .orElseThrow();
    }

    @Test
    void gainsByKnowingWhoReadAPromptBefore() {
        double ours = meanFirstToken(Chooser.shipped(new LeastDelay(ShardPace.standard())));

        assertThat(ours).isLessThan(0.5 * meanFirstToken(Chooser.powerOfTwo(1)));
        assertThat(ours).isLessThan(meanFirstToken(Chooser.leastRequests()));
        assertThat(ours).isLessThan(meanFirstToken(Chooser.roundRobin()));
    }

    @Test
    void endsEveryRequestOnce() {
        List<Sequence> sequences = ChoiceRun.play(SETTINGS, conversations(), Chooser.roundRobin(), 1);

        assertThat(sequences).hasSize(600).allMatch(Sequence::isEnded);
    }
}

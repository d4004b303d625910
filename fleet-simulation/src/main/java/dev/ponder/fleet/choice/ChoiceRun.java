package dev.ponder.fleet.choice;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.gpu.Sequence;
import dev.ponder.triton.client.pool.ShardLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** One run: each request is sent to a shard as it comes, and waits there. One thread; the same arguments give the same run. */
public final class ChoiceRun {

    private record Happening(double at, long order, ChosenShard shard, boolean reads, int version)
            implements Comparable<Happening> {
        @Override
        public int compareTo(Happening other) {
            int byTime = Double.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final List<ChosenShard> shards = new ArrayList<>();
    private final PriorityQueue<Happening> happenings = new PriorityQueue<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final int[] guesses;
    private final Chooser chooser;
    private long order;

    private ChoiceRun(ChoiceSettings settings, List<SimulatedRequest> requests, Chooser chooser, long seed) {
        this.chooser = chooser;
        for (int i = 0; i < settings.shards(); i++) {
            shards.add(new ChosenShard("shard-" + i, settings));
        }
        SplittableRandom random = new SplittableRandom(seed);
        double doubt = Math.log(settings.guessFactor());
        this.guesses = requests.stream()
                .mapToInt(one -> guess(one, doubt * (2 * random.nextDouble() - 1)))
                .toArray();
    }

    private static int guess(SimulatedRequest request, double error) {
        return Math.max(1, (int) Math.round(request.outputTokens() * Math.exp(error)));
    }

    /** Plays it; gives the sequences in the order of arrival, all ended. */
    public static List<Sequence> play(
            ChoiceSettings settings, List<SimulatedRequest> requests, Chooser chooser, long seed) {
        return new ChoiceRun(settings, requests, chooser, seed).play(requests);
    }

    private List<Sequence> play(List<SimulatedRequest> requests) {
        for (SimulatedRequest request : requests) {
            happenUntil(request.due());
            send(request);
        }
        happenUntil(Double.POSITIVE_INFINITY);
        return sequences;
    }

    private void send(SimulatedRequest request) {
        int guess = guesses[request.index()];
        List<ShardLoad> loads = shards.stream().map(one -> one.load(request)).toList();
        ChosenShard shard = shards.get(chooser.choose(request, guess, loads));
        Sequence sequence = new Sequence(request);
        sequences.add(sequence);
        if (shard.send(sequence, guess, request.due())) {
            planRead(shard);
        }
    }

    private void happenUntil(double time) {
        while (!happenings.isEmpty() && happenings.peek().at() <= time) {
            Happening next = happenings.remove();
            if (next.reads()) {
                read(next.shard(), next.at());
            } else if (next.version() == next.shard().replica().version()) {
                end(next.shard(), next.at());
            }
        }
    }

    private void read(ChosenShard shard, double now) {
        if (shard.replica().hasRead(now)) {
            planRead(shard);
        }
        planEnd(shard, now);
    }

    private void end(ChosenShard shard, double now) {
        Sequence ended = shard.replica().end(now);
        shard.ended(guesses[ended.request().index()]);
        if (shard.replica().refill(now)) {
            planRead(shard);
        }
        planEnd(shard, now);
    }

    private void planRead(ChosenShard shard) {
        happenings.add(new Happening(shard.replica().readingUntil(), order++, shard, true, 0));
    }

    private void planEnd(ChosenShard shard, double now) {
        double at = shard.replica().nextEnd(now);
        if (at < Double.POSITIVE_INFINITY) {
            happenings.add(
                    new Happening(at, order++, shard, false, shard.replica().version()));
        }
    }
}

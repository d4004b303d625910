package dev.ponder.bench.streams;

import dev.ponder.bench.measure.Sample;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Which of all streams count: those open all the time with whole text and a token a second at least; the others are told apart. */
final class StreamFigures {

    private static final double LEAST_TOKENS_PER_S = 1;
    private static final double P99 = 0.99;

    private StreamFigures() {}

    /** The figures by name; lateness is that of all streams' tokens, of those too that don't count. */
    static Map<String, Double> of(Collection<OpenStream> streams, Window window) {
        List<OpenStream> open =
                streams.stream().filter(stream -> stream.openThrough(window)).toList();
        List<OpenStream> whole = open.stream().filter(stream -> !stream.torn()).toList();
        long served = whole.stream()
                .filter(stream -> stream.tokensPerSecond(window) >= LEAST_TOKENS_PER_S)
                .count();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("streams", (double) served);
        figures.put("not_open", (double) (streams.size() - open.size()));
        figures.put("torn", (double) streams.stream().filter(OpenStream::torn).count());
        figures.put("slow", (double) (whole.size() - served));
        open.stream()
                .mapToDouble(stream -> stream.tokensPerSecond(window))
                .min()
                .ifPresent(slowest -> figures.put("slowest_tokens_per_s", slowest));
        late(figures, "late", streams, stream -> stream.lateToPublish(window));
        late(figures, "late_at_reader", streams, stream -> stream.lateToRead(window));
        return figures;
    }

    private static void late(
            Map<String, Double> figures,
            String name,
            Collection<OpenStream> streams,
            Function<OpenStream, DoubleStream> late) {
        List<Double> seconds = streams.stream().flatMapToDouble(late).boxed().toList();
        if (!seconds.isEmpty()) {
            Sample sample = Sample.of(seconds);
            figures.put(name + "_p50_s", sample.median());
            figures.put(name + "_p99_s", sample.percentile(P99));
        }
    }
}

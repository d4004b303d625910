package dev.ponder.scaling.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON object a request: {@code timestamp} (milliseconds), {@code input_length}, {@code output_length} and, where known,
 * {@code hash_ids}.
 */
final class RequestRows implements Rows {

    private static final double SECONDS_PER_MILLI = 1e-3;
    private static final String BLOCKS = "hash_ids";

    private final Arrivals arrivals = new Arrivals();

    @Override
    public void take(Place place, String text) throws UnreadableTraceException {
        JsonLine line = JsonLine.read(place, text);
        arrivals.add(new TracedRequest(
                Numbers.time(place, "timestamp", line.number("timestamp"), SECONDS_PER_MILLI),
                Numbers.tokens(place, "input_length", line.number("input_length")),
                Numbers.tokens(place, "output_length", line.number("output_length")),
                blocks(place, line)));
    }

    private static List<Long> blocks(Place place, JsonLine line) throws UnreadableTraceException {
        List<Long> blocks = new ArrayList<>();
        for (JsonNode block : line.list(BLOCKS)) {
            if (!block.isIntegralNumber() || !block.canConvertToLong()) {
                throw place.wrong(BLOCKS, block.toString(), "write whole numbers of 64 bits");
            }
            blocks.add(block.longValue());
        }
        return blocks;
    }

    @Override
    public Trace finish(String name) throws UnreadableTraceException {
        return arrivals.finish(name);
    }
}

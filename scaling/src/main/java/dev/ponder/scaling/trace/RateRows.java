package dev.ponder.scaling.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A JSON object a client: {@code client}, and {@code trace} with a list a window of ten minutes, {@code [t, rate, cv, family, p1,
 * p2]}: when it begins (seconds), requests a second, and the curve of the gaps, of which {@code p1} is the shape. A window with a
 * rate and an empty family has exponential gaps. Requests are drawn.
 */
final class RateRows implements Rows {

    private static final String FIELD = "trace";
    private static final int FIELDS = 6;
    private static final double MOST_A_SECOND = 1e6;

    private final List<RateWindow> windows = new ArrayList<>();
    private final Drawing drawing;
    private Duration end = Duration.ZERO;

    RateRows(Drawing drawing) {
        this.drawing = drawing;
    }

    @Override
    public void take(Place place, String text) throws UnreadableTraceException {
        JsonLine line = JsonLine.read(place, text);
        ClientLengths lengths = new ClientLengths(line);
        for (JsonNode window : line.list(FIELD)) {
            take(place, window, lengths);
        }
    }

    private void take(Place place, JsonNode window, ClientLengths lengths) throws UnreadableTraceException {
        if (!window.isArray() || window.size() != FIELDS) {
            throw place.wrong(FIELD, window.toString(), "write [t, rate, cv, family, p1, p2] a window");
        }
        Duration begin = Numbers.time(place, FIELD + " t", window.get(0).asText(), 1);
        end = begin.plus(RateWindow.LENGTH).compareTo(end) > 0 ? begin.plus(RateWindow.LENGTH) : end;
        long requests = requests(place, window.get(1));
        if (requests > 0 && isAsked(begin)) {
            String family = window.get(3).asText();
            windows.add(new RateWindow(
                    begin,
                    requests,
                    family(place, family),
                    family.isEmpty() ? 1 : shape(place, window.get(4)),
                    seed(place.line(), begin),
                    lengths.input(begin, drawing.input()),
                    lengths.output(begin, drawing.output())));
        }
    }

    private boolean isAsked(Duration begin) {
        return begin.compareTo(drawing.from().plus(drawing.span())) < 0
                && begin.plus(RateWindow.LENGTH).compareTo(drawing.from()) > 0;
    }

    private static long requests(Place place, JsonNode rate) throws UnreadableTraceException {
        double perSecond = Numbers.number(place, FIELD + " rate", rate.asText());
        if (!(perSecond >= 0 && perSecond <= MOST_A_SECOND)) {
            throw place.wrong(FIELD + " rate", rate.asText(), "write requests a second from 0 to a million");
        }
        return Math.round(perSecond * RateWindow.LENGTH.toSeconds());
    }

    private static GapFamily family(Place place, String family) throws UnreadableTraceException {
        return switch (family) {
            case "Gamma", "" -> GapFamily.GAMMA;
            case "Weibull" -> GapFamily.WEIBULL;
            default -> throw place.wrong(FIELD + " family", family, "write Gamma, Weibull or an empty text");
        };
    }

    private static double shape(Place place, JsonNode shape) throws UnreadableTraceException {
        double value = Numbers.number(place, FIELD + " p1", shape.asText());
        if (!(value > 0)) {
            throw place.wrong(FIELD + " p1", shape.asText(), "write the family's shape, above 0");
        }
        return value;
    }

    private long seed(long client, Duration begin) {
        long ofClient = new SplittableRandom(drawing.seed() ^ Long.rotateLeft(client, Integer.SIZE)).nextLong();
        return new SplittableRandom(ofClient ^ begin.toNanos()).nextLong();
    }

    @Override
    public Trace finish(String name) throws UnreadableTraceException {
        return new Drawn(drawing, windows, end).finish(name);
    }
}

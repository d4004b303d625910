package dev.ponder.scaling.log;

import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.CostCap;
import dev.ponder.scaling.decision.DeadlineBatch;
import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.decision.QpsTarget;
import dev.ponder.scaling.decision.ScalingPolicy;
import dev.ponder.scaling.decision.Schedule;
import dev.ponder.scaling.decision.SloFeedback;
import dev.ponder.scaling.decision.TokenWork;
import dev.ponder.scaling.decision.WarmSpares;
import dev.ponder.scaling.forecast.ForecastSettings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Laws of every kind, within what a pool might be told. */
public final class Laws {

    private static final Arbitrary<Double> SHARES =
            Arbitraries.doubles().between(0.001, 1).ofScale(3);
    private static final Arbitrary<Double> PRICES =
            Arbitraries.doubles().between(0.001, 1e4).ofScale(3);
    private static final Arbitrary<Duration> SPANS =
            Arbitraries.longs().between(1, 4_000_000).map(Duration::ofMillis);

    private Laws() {}

    /** What a law may be told. */
    public static Arbitrary<LawSettings> settings() {
        return Combinators.combine(
                        bounds(),
                        policies().list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.oneOf(SPANS, Arbitraries.just(Duration.ZERO)),
                        forecasts(),
                        models(),
                        SPANS)
                .as(LawSettings::new);
    }

    static Arbitrary<LawEntry> entries() {
        Arbitrary<Instant> instants =
                Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        Arbitrary<String> pools = Arbitraries.strings().all().ofMaxLength(20);
        return Combinators.combine(pools, instants, Arbitraries.of(true, false), settings())
                .as(LawEntry::new);
    }

    private static Arbitrary<Bounds> bounds() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(1, 50);
        return Combinators.combine(counts, counts).as((one, other) -> new Bounds(Math.min(one, other) - 1, other));
    }

    private static Arbitrary<ScalingPolicy> policies() {
        Arbitrary<Double> tokens = Arbitraries.doubles().between(1, 1e5);
        return Arbitraries.oneOf(
                Arbitraries.<ScalingPolicy>of(new TokenWork(), new SloFeedback()),
                Combinators.combine(PRICES, tokens, tokens).as(QpsTarget::new),
                Combinators.combine(
                                Arbitraries.integers().between(1, 50),
                                PRICES,
                                Arbitraries.of("batch", "standard", "a class")
                                        .set()
                                        .ofMaxSize(2))
                        .as(DeadlineBatch::new),
                Combinators.combine(PRICES, PRICES).as(CostCap::new),
                Arbitraries.integers().between(1, 50).map(WarmSpares::new),
                Combinators.combine(windows().list().ofMaxSize(3), zones()).as(Schedule::new));
    }

    private static Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Z", "Europe/Berlin", "Asia/Kathmandu", "+05:30")
                .map(ZoneId::of);
    }

    private static Arbitrary<Schedule.Window> windows() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 1439);
        return Combinators.combine(
                        Arbitraries.of(DayOfWeek.class).set().ofMaxSize(7),
                        minutes,
                        Arbitraries.integers().between(1, 1439),
                        Arbitraries.integers().between(0, 50))
                .as((days, from, length, replicas) -> new Schedule.Window(
                        days,
                        LocalTime.MIDNIGHT.plusMinutes(from),
                        LocalTime.MIDNIGHT.plusMinutes(from + length),
                        replicas));
    }

    private static Arbitrary<ForecastSettings> forecasts() {
        return Combinators.combine(SPANS, SPANS, SHARES, SPANS, SHARES).as(ForecastSettings::new);
    }

    private static Arbitrary<ReplicaModel> models() {
        Arbitrary<Double> seconds = Arbitraries.doubles().between(1e-6, 1).ofScale(6);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 500),
                        Arbitraries.doubles().between(1, 1e6),
                        seconds,
                        seconds)
                .as(ReplicaModel::new);
    }
}

package dev.ponder.dashboards.promql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.telemetry.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The names of our queries are those that the services' registry makes of their meters. */
@SuppressWarnings("deprecation") // What Quarkus ships: the registry over the simple client.
class NamesTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @ParameterizedTest
    @MethodSource("meters")
    void callsACounterAsTheRegistryDoes(String meter) {
        registry.counter(meter, Meters.TAG_TOKEN_TYPE, "x").increment();

        String page = registry.scrape();

        assertThat(page)
                .contains(new CounterOf(meter)
                                .where(Match.is(Meters.TAG_TOKEN_TYPE, "x"))
                                .name() + "{")
                .contains(Names.label(Meters.TAG_TOKEN_TYPE) + "=");
    }

    @ParameterizedTest
    @MethodSource("meters")
    void callsAGaugeAsTheRegistryDoes(String meter) {
        registry.gauge(meter, 1);

        String page = registry.scrape();

        assertThat(page).contains(new GaugeOf(meter).all().name() + " ");
    }

    @ParameterizedTest
    @MethodSource("meters")
    void callsAHistogramAsTheRegistryDoes(String meter) {
        timer(registry, meter).record(Duration.ofMillis(700));

        String page = registry.scrape();

        assertThat(page)
                .contains(new TimerOf(meter).count().name() + " ")
                .contains(new TimerOf(meter).sum().name() + " ")
                .contains(new TimerOf(meter).upTo(5).name() + "{le=\"5.0\",}");
    }

    @ParameterizedTest
    @MethodSource("meters")
    void callsASummaryAsTheRegistryDoes(String meter) {
        registry.summary(meter).record(3);

        String page = registry.scrape();

        assertThat(page)
                .contains(new SummaryOf(meter).count().name() + " ")
                .contains(new SummaryOf(meter).sum().name() + " ");
    }

    private static Timer timer(MeterRegistry registry, String meter) {
        return Timer.builder(meter)
                .serviceLevelObjectives(Duration.ofSeconds(5))
                .register(registry);
    }

    static Stream<String> meters() {
        return Stream.of(Meters.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .filter(field -> !field.getName().startsWith("TAG_"))
                .map(NamesTest::value);
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }
}

package dev.ponder.router.admission;

import static dev.ponder.router.Requests.NOW;
import static dev.ponder.router.Requests.origin;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.request.ReasoningRequest;
import dev.ponder.mechanics.time.ManualTicker;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class AdmissionPropertiesTest {

    private static final List<String> FIELDS = List.of(
            "id",
            "input_text",
            "messages",
            "model",
            "ponder",
            "deadline",
            "cache",
            "slo_class",
            "role",
            "content",
            "max_completion_tokens",
            "stop",
            "seed",
            "temperature",
            "schema_version",
            "n",
            "stream",
            "odd");

    private final AdmissionGate gate =
            new AdmissionGate(AdmissionSettings.SMALL, Set.of(TenantId.DEFAULT), new ManualTicker(NOW));

    @Property(tries = 500)
    void decidesOnAnyBytes(@ForAll @Size(max = 300) byte[] value) {
        assertThat(gate.admit(origin(), value)).isNotNull();
    }

    @Property(tries = 1_000)
    void decidesOnAnyJsonAndAdmitsOnlyWhatFits(@ForAll("json") String value) {
        switch (gate.admit(origin(), value.getBytes(UTF_8))) {
            case Admission.Admitted(ReasoningRequest request, int prompt, int completion) -> {
                assertThat(prompt + completion).isLessThanOrEqualTo(AdmissionSettings.SMALL.contextTokens());
                assertThat(request.deadline()).isBetween(NOW, NOW.plus(AdmissionSettings.SMALL.longestAnswerTime()));
                assertThat(completion).isBetween(1, request.sampling().maxCompletionTokens());
            }
            case Admission.Refused refused ->
                assertThat(refused.fault().message()).isNotBlank();
            case Admission.Undecodable undecodable ->
                assertThat(undecodable.fault().message()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> leaf = Arbitraries.of(
                "1",
                "-1",
                "0.5",
                "1e400",
                "9999999999999999999",
                "true",
                "null",
                "\"\"",
                "\"x\"",
                "\"user\"",
                "\"use\"",
                "\"batch\"",
                "\"+999999999-12-31T23:59:59-18:00\"",
                "\"2030-01-01T00:00:00Z\"",
                "\"\\ud800\"",
                "\"\\u0000\"",
                "[]",
                "{}");
        return objects(objects(objects(leaf)));
    }

    private static Arbitrary<String> objects(Arbitrary<String> values) {
        Arbitrary<String> member =
                Combinators.combine(Arbitraries.of(FIELDS), values).as((name, value) -> "\"" + name + "\":" + value);
        Arbitrary<String> object = member.list()
                .ofMaxSize(5)
                .map(members -> members.stream().distinct().collect(Collectors.joining(",", "{", "}")));
        Arbitrary<String> array = values.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]");
        return Arbitraries.oneOf(object, object, array, values);
    }

    /** Over any stretch no more is spent than one full bucket and what flowed in. */
    @Property(tries = 300)
    void neverSpendsMoreThanTheBucketAndItsRefill(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 700) Integer> wanted,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 20_000) Integer> pauses) {
        // Given
        TokenAllowance allowance = new TokenAllowance(1_000, 0);
        long now = 0;
        long spent = 0;
        // When
        for (int i = 0; i < wanted.size(); i++) {
            now += Duration.ofMillis(pauses.get(i % pauses.size())).toNanos();
            spent += allowance.take(wanted.get(i), now) ? wanted.get(i) : 0;
        }
        // Then
        double inflow = 1_000.0 * now / Duration.ofMinutes(1).toNanos();
        assertThat((double) spent).isLessThanOrEqualTo(1_000 + inflow + 1e-6);
    }
}

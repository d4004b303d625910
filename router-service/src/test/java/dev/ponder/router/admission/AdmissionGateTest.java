package dev.ponder.router.admission;

import static dev.ponder.router.Requests.NOW;
import static dev.ponder.router.Requests.origin;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.request.Origin;
import dev.ponder.mechanics.time.ManualTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdmissionGateTest {

    private final ManualTicker ticker = new ManualTicker(NOW);
    private final AdmissionGate gate =
            new AdmissionGate(AdmissionSettings.SMALL, Set.of(TenantId.DEFAULT, new TenantId("acme")), ticker);

    @Test
    void admitsAQuestion() {
        assertThat(admit("{\"id\":\"r-1\",\"input_text\":\"12345678\",\"max_completion_tokens\":50}"))
                .asInstanceOf(type(Admission.Admitted.class))
                .satisfies(admitted -> {
                    assertThat(admitted.request().key().id().value()).isEqualTo("r-1");
                    assertThat(admitted.promptTokens()).isEqualTo(6);
                    assertThat(admitted.completionTokens()).isEqualTo(50);
                });
    }

    @Test
    void cutsTheCompletionToWhatTheContextLeaves() {
        assertThat(admit("{\"input_text\":\"12345678\",\"max_completion_tokens\":5000}"))
                .asInstanceOf(type(Admission.Admitted.class))
                .extracting(Admission.Admitted::completionTokens)
                .isEqualTo(94);
    }

    @Test
    void cutsTheCompletionToWhatItsClassAdmits() {
        assertThat(admit("{\"input_text\":\"12345678\",\"max_completion_tokens\":5000,"
                        + "\"ponder\":{\"slo_class\":\"standard\"}}"))
                .asInstanceOf(type(Admission.Admitted.class))
                .extracting(Admission.Admitted::completionTokens)
                .isEqualTo(44);
    }

    @Test
    void namesTheClassThatAPromptIsTooLongFor() {
        String prompt = "12345678".repeat(30);
        String standard = ",\"ponder\":{\"slo_class\":\"standard\"}}";
        assertThat(admit("{\"input_text\":\"" + prompt + "\"}")).isInstanceOf(Admission.Admitted.class);
        assertThat(admit("{\"input_text\":\"" + prompt + "\"" + standard))
                .asInstanceOf(type(Admission.Refused.class))
                .satisfies(refused -> assertThat(refused.fault().message())
                        .contains("the class standard takes 50")
                        .contains("ponder.slo_class"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":                                                            | malformed_json
            []                                                                | malformed_json
            {}                                                                | missing_field
            {"input_text":7}                                                  | wrong_type
            {"input_text":"x","max_completion_tokens":-1}                     | out_of_range
            {"input_text":"x","n":2}                                          | unsupported_field
            {"input_text":"x","schema_version":9}                             | unsupported_version
            """)
    void putsAsideWhatItCannotRead(String value, String code) {
        assertThat(admit(value))
                .asInstanceOf(type(Admission.Undecodable.class))
                .extracting(undecodable -> undecodable.fault().code().wire())
                .isEqualTo(code);
    }

    @Test
    void putsANullValueAside() {
        assertThat(code(gate.admit(origin(), null))).isEqualTo(FaultCode.NULL_VALUE);
    }

    @Test
    void putsALargeValueAsideUnread() {
        assertThat(code(gate.admit(origin(), new byte[2_001]))).isEqualTo(FaultCode.VALUE_TOO_LARGE);
    }

    @Test
    void putsForeignBytesAside() {
        assertThat(code(gate.admit(origin(), new byte[] {'{', '"', (byte) 0xff, '"'})))
                .isEqualTo(FaultCode.INVALID_UTF8);
    }

    @Test
    void namesWhatItCannotReadByTheEventsIdOrByItsPlace() {
        assertThat(gate.admit(origin(Map.of("ce_id", "event-7")), null))
                .asInstanceOf(type(Admission.Undecodable.class))
                .extracting(undecodable -> undecodable.asked().id().value())
                .isEqualTo("event-7");
        assertThat(gate.admit(origin(), null))
                .asInstanceOf(type(Admission.Undecodable.class))
                .extracting(undecodable -> undecodable.asked().id().value())
                .isEqualTo("reasoning.requests-2-41");
    }

    @Test
    void refusesADeadlineThatHasPassed() {
        assertThat(refusal("{\"input_text\":\"x\",\"ponder\":{\"deadline\":\"2026-11-01T12:00:00Z\"}}"))
                .isEqualTo(FaultCode.DEADLINE_PASSED);
    }

    @Test
    void refusesADeadlineThatNoAnswerCanMeet() {
        assertThat(refusal("{\"input_text\":\"x\",\"ponder\":{\"deadline\":\"2026-11-01T12:00:00.199Z\"}}"))
                .isEqualTo(FaultCode.DEADLINE_UNREACHABLE);
        assertThat(admit("{\"input_text\":\"x\",\"ponder\":{\"deadline\":\"2026-11-01T12:00:00.200Z\"}}"))
                .isInstanceOf(Admission.Admitted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31T23:59:59Z", "+999999999-12-31T23:59:59-18:00", "2026-11-08T12:00:00.001Z"})
    void cutsAFarDeadlineDownToTheLongestAnswerTime(String deadline) {
        assertThat(admit("{\"input_text\":\"x\",\"ponder\":{\"deadline\":\"" + deadline + "\"}}"))
                .asInstanceOf(type(Admission.Admitted.class))
                .extracting(admitted -> admitted.request().deadline())
                .isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void keepsADeadlineWithinTheLongestAnswerTime() {
        assertThat(admit("{\"input_text\":\"x\",\"ponder\":{\"deadline\":\"2026-11-08T12:00:00Z\"}}"))
                .asInstanceOf(type(Admission.Admitted.class))
                .extracting(admitted -> admitted.request().deadline())
                .isEqualTo(Instant.parse("2026-11-08T12:00:00Z"));
    }

    @Test
    void cutsTheDeadlineOfARecordThatWasStampedInAFarFuture() {
        Origin late =
                new Origin(TenantId.DEFAULT, "reasoning.requests", 0, 0, NOW.plus(Duration.ofDays(400_000)), Map.of());
        assertThat(gate.admit(late, "{\"input_text\":\"x\"}".getBytes(UTF_8)))
                .asInstanceOf(type(Admission.Admitted.class))
                .extracting(admitted -> admitted.request().deadline())
                .isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void refusesToStartWhereNoDeadlineCouldBeKept() {
        AdmissionSettings odd = new AdmissionSettings(1, 2, Map.of(), Duration.ofSeconds(2), Duration.ofSeconds(1), 1);
        assertThatThrownBy(() -> new AdmissionGate(odd, Set.of(TenantId.DEFAULT), ticker))
                .hasMessageContaining("router.admission.longest-answer-time")
                .hasMessageContaining("router.admission.least-answer-time");
    }

    @Test
    void refusesWhatHasOutlivedItsClass() {
        ticker.advance(Duration.ofSeconds(60));
        assertThat(refusal("{\"input_text\":\"x\"}")).isEqualTo(FaultCode.DEADLINE_PASSED);
    }

    @Test
    void refusesAPromptThatFillsTheContext() {
        String fits = "{\"input_text\":\"" + "x".repeat(95 * 4) + "\"}";
        String fills = "{\"input_text\":\"" + "x".repeat(96 * 4) + "\"}";
        assertThat(admit(fits)).isInstanceOf(Admission.Admitted.class);
        assertThat(refusal(fills)).isEqualTo(FaultCode.PROMPT_TOO_LONG);
    }

    @Test
    void refusesBeyondTheBudgetUntilItRefills() {
        // Given ten requests of a hundred tokens each
        String request = "{\"input_text\":\"x\",\"max_completion_tokens\":95}";
        for (int i = 0; i < 10; i++) {
            assertThat(admit(request)).isInstanceOf(Admission.Admitted.class);
        }
        assertThat(refusal(request)).isEqualTo(FaultCode.BUDGET_EXCEEDED);
        // When
        ticker.advance(Duration.ofSeconds(6));
        // Then
        assertThat(admit(request)).isInstanceOf(Admission.Admitted.class);
        assertThat(refusal(request)).isEqualTo(FaultCode.BUDGET_EXCEEDED);
    }

    @Test
    void countsEachTenantsBudgetForItself() {
        byte[] request = "{\"input_text\":\"x\",\"max_completion_tokens\":95}".getBytes(UTF_8);
        Origin acme = new Origin(new TenantId("acme"), "reasoning.requests.acme", 0, 0, NOW, Map.of());
        for (int i = 0; i < 11; i++) {
            gate.admit(origin(), request);
        }
        assertThat(gate.admit(acme, request)).isInstanceOf(Admission.Admitted.class);
    }

    /** Otherwise whoever writes to a topic of nobody's could answer the default tenant's requests. */
    @Test
    void namesARecordOfAnUnknownTenantByItsPlaceAlone() {
        Origin nobody = new Origin(
                new TenantId("nobody"), "reasoning.requests.nobody", 0, 7, NOW, Map.of("ce_id", "somebody-elses"));
        Admission admission = gate.unknownTenant(nobody, "reasoning.requests.nobody");
        assertThat(code(admission)).isEqualTo(FaultCode.UNKNOWN_TENANT);
        assertThat(((Admission.Undecodable) admission).asked().id().value()).isEqualTo("reasoning.requests.nobody-0-7");
    }

    @Test
    void knowsTheTenantsThatAreSetUp() {
        assertThat(gate.knows(new TenantId("acme"))).isTrue();
        assertThat(gate.knows(new TenantId("nobody"))).isFalse();
    }

    private Admission admit(String value) {
        return gate.admit(origin(), value.getBytes(UTF_8));
    }

    private FaultCode refusal(String value) {
        Admission admission = admit(value);
        assertThat(admission).isInstanceOf(Admission.Refused.class);
        return code(admission);
    }

    private static FaultCode code(Admission admission) {
        return switch (admission) {
            case Admission.Admitted _ -> throw new AssertionError("admitted");
            case Admission.Refused refused -> refused.fault().code();
            case Admission.Undecodable undecodable -> undecodable.fault().code();
        };
    }
}

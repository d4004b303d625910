package dev.ponder.autoscaler.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.autoscaler.actuation.Answer;
import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class ApiAnswersTest {

    private static final String STATUS =
            "{\"kind\":\"Status\",\"message\":\"the object has been modified\",\"code\":409}";

    @Example
    void areSortedByStatus() {
        assertThat(answer(200, null, "{\"kind\":\"Scale\"}")).isInstanceOf(Answer.Got.class);
        assertThat(answer(404, null, "{}")).isInstanceOf(Answer.Absent.class);
        assertThat(answer(409, null, STATUS))
                .isEqualTo(new Answer.Conflicted<>("PUT /x: the object has been modified"));
        assertThat(answer(403, null, "{\"message\":\"forbidden\"}"))
                .isEqualTo(new Answer.Refused<>(403, "PUT /x: forbidden"));
        assertThat(answer(500, null, "boom")).isInstanceOf(Answer.Failed.class);
        assertThat(answer(200, null, "no json")).isInstanceOf(Answer.Failed.class);
        assertThat(answer(200, null, null)).isInstanceOf(Answer.Failed.class);
    }

    @Example
    void sayHowLongToWait() {
        assertThat(answer(429, "7", "Too many requests")).isEqualTo(throttled(Duration.ofSeconds(7)));
        assertThat(answer(429, null, "Too many requests")).isEqualTo(throttled(Duration.ofSeconds(1)));
        assertThat(answer(429, "-3", "Too many requests")).isEqualTo(throttled(Duration.ofSeconds(1)));
        assertThat(answer(429, "99999999", "Too many requests")).isEqualTo(throttled(Duration.ofMinutes(5)));
        assertThat(answer(503, "2", "x")).isInstanceOf(Answer.Throttled.class);
        assertThat(answer(503, null, "x")).isInstanceOf(Answer.Failed.class);
    }

    @Property
    void areValuesWhateverTheServerSends(
            @ForAll @IntRange(min = 100, max = 599) int status, @ForAll String retryAfter, @ForAll String body) {
        Answer<JsonNode> answer = answer(status, retryAfter, body);

        assertThat(answer.sentence()).hasSizeLessThan(500);
    }

    private static Answer<JsonNode> answer(int status, @Nullable String retryAfter, @Nullable String body) {
        return ApiAnswers.of("PUT /x", status, retryAfter, body);
    }

    private static Answer<JsonNode> throttled(Duration after) {
        return new Answer.Throttled<>(after, "PUT /x: no reason given");
    }
}

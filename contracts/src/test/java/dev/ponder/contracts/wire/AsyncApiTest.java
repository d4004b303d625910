package dev.ponder.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.TopicSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncApiTest {

    private static final JsonNode DOCUMENT = document();

    static Stream<TopicSpec> topics() {
        List<TenantId> tenants = List.of(TenantId.DEFAULT, new TenantId("acme"));
        return new TopicPlan(tenants, List.of(new PoolId("main")), 8).specs().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void describesEveryTopicAsItIsMade(TopicSpec topic) {
        List<JsonNode> matching = channels().stream()
                .filter(channel -> addressOf(channel).matcher(topic.name()).matches())
                .toList();

        assertThat(matching).singleElement().satisfies(channel -> {
            JsonNode kafka = channel.path("bindings").path("kafka");
            assertThat(configsOf(kafka)).isEqualTo(new TreeMap<>(topic.configs()));
            assertThat(kafka.path("partitions").asInt(8)).isEqualTo(topic.partitions());
        });
    }

    @Test
    void namesNoTopicThatIsNotMade() {
        List<String> made = topics().map(TopicSpec::name).toList();

        assertThat(channels())
                .allSatisfy(channel -> assertThat(made)
                        .anyMatch(name -> addressOf(channel).matcher(name).matches()));
    }

    @Test
    void namesEveryFaultCode() throws JsonProcessingException {
        JsonNode schema = new YAMLMapper().readTree(Documents.text("/wire/schemas/result.schema.json"));
        List<String> written = new ArrayList<>();

        schema.findPath("error")
                .path("properties")
                .path("code")
                .path("enum")
                .forEach(code -> written.add(code.asText()));

        assertThat(written)
                .containsExactlyElementsOf(
                        Stream.of(FaultCode.values()).map(FaultCode::wire).toList());
    }

    @Test
    void namesEveryHeaderOfADeadLetter() {
        RequestKey key = new RequestKey(TenantId.DEFAULT, new RequestId("a"));
        Fault fault = Fault.of(FaultCode.WRONG_TYPE, "n", "n is not a whole number.");
        DeadLetter letter = new DeadLetter(key, fault, "reasoning.requests", 0, 1);

        List<String> headers = new ArrayList<>(letter.headers().keySet());
        headers.addAll(List.of(DeadLetter.OMITTED_BYTES, DeadLetter.OMITTED_HEADER_BYTES));

        JsonNode written = DOCUMENT.at("/components/schemas/deadLetterHeaders/properties");
        assertThat(headers)
                .containsExactlyInAnyOrderElementsOf(
                        written.propertyStream().map(Map.Entry::getKey).toList());
    }

    private static List<JsonNode> channels() {
        List<JsonNode> channels = new ArrayList<>();
        DOCUMENT.path("channels").forEach(channels::add);
        return channels;
    }

    private static Pattern addressOf(JsonNode channel) {
        String address = channel.path("address").asText().replace(".", "\\.");
        return Pattern.compile(address.replace("{tenant}", "(\\.[a-z0-9-]+)?")
                .replace("{pool}", "[a-z0-9-]+")
                .replace("{queue}", "(interactive|standard|batch|surplus)"));
    }

    private static Map<String, String> configsOf(JsonNode kafka) {
        return kafka.path("topicConfiguration")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> plain(entry.getValue()), (a, b) -> b, TreeMap::new));
    }

    private static String plain(JsonNode value) {
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asText()));
        return value.isArray() ? String.join(",", parts) : value.asText();
    }

    private static JsonNode document() {
        try {
            return new YAMLMapper().readTree(Documents.text("/wire/asyncapi.yaml"));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("asyncapi.yaml is no YAML", unreadable);
        }
    }
}

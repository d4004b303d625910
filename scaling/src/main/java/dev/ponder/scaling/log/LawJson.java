package dev.ponder.scaling.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.forecast.ForecastSettings;

/** The form of a law's settings: all of them, so that nothing that ships later stands in for what was. */
final class LawJson {

    private LawJson() {}

    static ObjectNode write(LawEntry entry) {
        LawSettings settings = entry.settings();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("at", entry.at().toString());
        node.put("begins", entry.begins());
        node.putObject("bounds")
                .put("min", settings.bounds().min())
                .put("max", settings.bounds().max());
        ArrayNode policies = node.putArray("policies");
        settings.policies().forEach(one -> policies.add(PolicyJson.write(one)));
        node.put("hold", settings.hold().toString());
        node.set("forecast", forecast(settings.forecast()));
        node.set("assumed_model", model(settings.assumedModel()));
        node.put("assumed_cold_start", settings.assumedColdStart().toString());
        return node;
    }

    static LawEntry read(String pool, JsonNode node) {
        return new LawEntry(
                pool,
                Fields.instant(node, "at"),
                Fields.flag(node, "begins"),
                new LawSettings(
                        Fields.read(node, "bounds", LawJson::bounds),
                        Fields.list(node, "policies", PolicyJson::read),
                        Fields.duration(node, "hold"),
                        Fields.read(node, "forecast", LawJson::forecast),
                        Fields.read(node, "assumed_model", LawJson::model),
                        Fields.duration(node, "assumed_cold_start")));
    }

    private static Bounds bounds(JsonNode node) {
        return new Bounds(Fields.whole(node, "min"), Fields.whole(node, "max"));
    }

    private static JsonNode forecast(ForecastSettings forecast) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("remembers", forecast.remembers().toString())
                .put("rises_fade", forecast.risesFade().toString())
                .put("rise_share", forecast.riseShare())
                .put("spikes_fade", forecast.spikesFade().toString())
                .put("spike_share", forecast.spikeShare());
    }

    private static ForecastSettings forecast(JsonNode node) {
        return new ForecastSettings(
                Fields.duration(node, "remembers"),
                Fields.duration(node, "rises_fade"),
                Fields.number(node, "rise_share"),
                Fields.duration(node, "spikes_fade"),
                Fields.number(node, "spike_share"));
    }

    private static JsonNode model(ReplicaModel model) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("slots", model.slots())
                .put("prefill_tokens_per_second", model.prefillTokensPerSecond())
                .put("step_seconds", model.stepSeconds())
                .put("step_seconds_per_sequence", model.stepSecondsPerSequence());
    }

    private static ReplicaModel model(JsonNode node) {
        return new ReplicaModel(
                Fields.whole(node, "slots"),
                Fields.number(node, "prefill_tokens_per_second"),
                Fields.number(node, "step_seconds"),
                Fields.number(node, "step_seconds_per_sequence"));
    }
}

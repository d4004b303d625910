package dev.ponder.scaling.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.scaling.decision.Schedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** The form of a schedule, inside that of a policy. */
final class ScheduleJson {

    private ScheduleJson() {}

    static ObjectNode write(Schedule schedule, ObjectNode node) {
        node.put("zone", schedule.zone().getId());
        ArrayNode windows = node.putArray("windows");
        for (Schedule.Window window : schedule.windows()) {
            ObjectNode one = windows.addObject();
            ArrayNode days = one.putArray("days");
            window.days().stream().sorted().forEach(day -> days.add(day.name()));
            one.put("from", window.from().toString())
                    .put("to", window.to().toString())
                    .put("replicas", window.replicas());
        }
        return node;
    }

    static Schedule read(JsonNode node) {
        return new Schedule(
                Fields.list(node, "windows", ScheduleJson::window),
                Fields.read(node, "zone", zone -> ZoneId.of(Fields.text(zone))));
    }

    private static Schedule.Window window(JsonNode node) {
        return new Schedule.Window(
                Set.copyOf(Fields.list(node, "days", day -> Fields.choice(day, DayOfWeek.class))),
                time(node, "from"),
                time(node, "to"),
                Fields.whole(node, "replicas"));
    }

    private static LocalTime time(JsonNode node, String name) {
        return Fields.read(node, name, found -> LocalTime.parse(Fields.text(found)));
    }
}

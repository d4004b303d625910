package dev.ponder.simulation.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whether users get what they must: one result each, their own, paid once, in time. */
final class Results {

    /** How long after its deadline a request may have no result while all is well: settlement waits 3 s, and looks every second. */
    private static final Duration PROMPT = Duration.ofSeconds(6);
    /** How long after the last fault what it hit may go without a result: it has to be found and, it may be, found again. */
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    private final Map<RequestKey, Request> requests;
    private final Violations violations;
    private final Journal journal;
    private final Duration healed;
    private final boolean mayDouble;
    private int waiting;
    private int seen;

    Results(
            Map<RequestKey, Request> requests,
            Violations violations,
            Journal journal,
            Duration healed,
            boolean mayDouble) {
        this.requests = requests;
        this.violations = violations;
        this.journal = journal;
        this.healed = healed;
        this.mayDouble = mayDouble;
    }

    void thought(RequestKey key, int attempt, int tokens) {
        Request request = requests.get(key);
        if (request != null) {
            request.thought.computeIfAbsent(attempt, _ -> new TreeSet<>()).add(tokens);
        }
    }

    void published(ConsumerRecord<byte[], byte[]> record, boolean workWasDeleted) {
        JsonNode body = read(record.value());
        TenantId tenant = new TenantId(body.at("/ponder/tenant").asText());
        RequestKey key = new RequestKey(tenant, new RequestId(body.path("id").asText()));
        String code = body.at("/error/code").asText();
        int attempt = body.at("/ponder/attempt").asInt();
        journal.note(code.isEmpty() ? Happening.ANSWERED : Happening.FAILED, key + " attempt " + attempt + " " + code);
        Request request = requests.get(key);
        if (request == null || !record.topic().equals(Topics.results(tenant))) {
            violations.add("I5 foreign", key + " has a result on " + record.topic() + " that nobody asked for there");
            return;
        }
        single(key, request, attempt + " " + code + body.path("choices") + body.path("usage"));
        request.settled = true;
        request.settledBy = attempt;
        if (attempt < request.attempt) {
            violations.add("fenced", key + " was settled by attempt " + attempt + " after " + request.attempt);
        }
        if (code.equals(FaultCode.WORK_LOST.wire()) && !workWasDeleted) {
            violations.add("cut", key + " lost its work record, which nobody but settlement deletes");
        }
        if (code.isEmpty()) {
            own(key, request, body);
            billed(key, request, attempt, body.at("/usage/completion_tokens").asInt());
        }
    }

    /** At least once a result may come again; it says the same then. */
    private void single(RequestKey key, Request request, String gist) {
        String before = request.gist;
        request.gist = gist;
        if (before == null) {
            return;
        }
        journal.note(Happening.DOUBLED, key.toString());
        if (!mayDouble) {
            violations.add("I2 doubled", key + " has a second result");
        } else if (!before.equals(gist)) {
            violations.add(
                    "I2 contradicted", key + " has a second result that is another: " + gist + " after " + before);
        }
    }

    private void own(RequestKey key, Request request, JsonNode body) {
        String answer = body.at("/ponder/answer").asText();
        if (!answer.equals(request.question)) {
            violations.add("I5 foreign", key + " asked \"" + request.question + "\" and was told \"" + answer + "\"");
        }
    }

    private void billed(RequestKey key, Request request, int attempt, int tokens) {
        if (!request.thought.getOrDefault(attempt, new TreeSet<>()).contains(tokens)) {
            violations.add(
                    "I4 billed", key + " pays " + tokens + " tokens, which no thought of attempt " + attempt + " cost");
        }
    }

    void check(Duration now) {
        if (requests.size() == seen && waiting == 0) {
            return;
        }
        seen = requests.size();
        waiting = 0;
        requests.forEach((key, request) -> {
            if (!request.settled) {
                waiting++;
                Duration latest = max(request.due, healed.plus(RECOVERY)).plus(PROMPT);
                if (!request.late && now.compareTo(latest) > 0) {
                    request.late = true;
                    violations.add("I6 late", key + " was due at " + request.due.toMillis() + " ms and has no result");
                }
            }
        });
    }

    void checkEnd() {
        requests.forEach((key, request) -> {
            if (!request.settled) {
                violations.add("I1 lost", key + " never had a result");
            }
        });
    }

    int waiting() {
        return waiting;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static JsonNode read(byte[] value) {
        try {
            return Json.mapper().readTree(value);
        } catch (IOException defect) {
            throw new IllegalStateException("a result is no JSON", defect);
        }
    }
}

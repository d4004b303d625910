package dev.ponder.local.erasure;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The report of one erasure: what was found where, what was erased, what is left and until when. Holds no content.
 *
 * @param dryRun whether nothing was changed
 */
record Erasure(TenantId tenant, Instant at, boolean dryRun, List<Finding> findings) {

    Erasure {
        requireNonNull(tenant, "tenant is null");
        requireNonNull(at, "at is null");
        findings = List.copyOf(findings);
    }

    /** For people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add((dryRun ? "Would erase tenant " : "Erased tenant ") + tenant + " at " + at);
        findings.forEach(finding -> lines.add(finding.line(dryRun)));
        lines.add(
                "What is in flight writes again when it ends: erase once more after the last deadline, and see that nothing"
                        + " is found.");
        return lines;
    }

    /** For keeping. */
    String json() {
        ObjectNode report = Json.mapper().createObjectNode();
        report.put("tenant", tenant.value());
        report.put("at", at.toString());
        report.put("dry_run", dryRun);
        ArrayNode topics = report.putArray("topics");
        for (Finding finding : findings) {
            topics.addObject()
                    .put("topic", finding.topic())
                    .put("found", finding.found())
                    .put("erased", finding.erased())
                    .put("unreadable", finding.unreadable())
                    .put("left", finding.left());
        }
        return report.toString();
    }
}

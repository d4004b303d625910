package dev.ponder.local.cost;

import dev.ponder.scaling.pricing.TraceBill;
import dev.ponder.scaling.pricing.crossover.Lead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports as figures for programs: a row a stretch in which one offer leads, and one a bill of a trace. Pure. */
final class CostFigures {

    private CostFigures() {}

    /** By comparison: the least and the most that A costs as a multiple of B, how often the lead changes, where both meet. */
    static Map<String, Number> metrics(List<Report> reports) {
        Map<String, Number> metrics = new LinkedHashMap<>();
        for (Report report : reports) {
            report.compared().forEach(compared -> metrics(compared, metrics));
        }
        return metrics;
    }

    private static void metrics(Compared compared, Map<String, Number> metrics) {
        String key = compared.comparison().key();
        List<Lead> leads = compared.crossover().leads();
        metrics.put(
                key + "_least_ratio",
                leads.stream().mapToDouble(Lead::leastRatio).min().orElseThrow());
        metrics.put(
                key + "_most_ratio",
                leads.stream().mapToDouble(Lead::mostRatio).max().orElseThrow());
        metrics.put(key + "_lead_changes", leads.size() - 1);
        compared.convergedFrom().ifPresent(from -> metrics.put(key + "_converged_from", from.doubleValue()));
    }

    static List<Map<String, Object>> rows(List<Report> reports) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Report report : reports) {
            report.compared()
                    .forEach(compared -> compared.crossover().leads().stream()
                            .map(lead -> row(report, compared, lead))
                            .forEach(rows::add));
            report.trace()
                    .ifPresent(served ->
                            served.bills().stream().map(CostFigures::row).forEach(rows::add));
        }
        return rows;
    }

    private static Map<String, Object> row(Report report, Compared compared, Lead lead) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", compared.comparison().key());
        row.put("offers", report.plan().name());
        row.put("from", lead.from().doubleValue());
        row.put("to", lead.to().doubleValue());
        row.put("cheaper", Compared.name(lead.leader()));
        row.put("least_ratio", lead.leastRatio());
        row.put("most_ratio", lead.mostRatio());
        return row;
    }

    private static Map<String, Object> row(Served.Bill each) {
        TraceBill bill = each.bill();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", "trace_" + Words.of(each.speed()));
        row.put("offer", each.letter());
        row.put("replicas", bill.replicas());
        row.put("trace_cost", bill.whole().amount().doubleValue());
        row.put("month_cost", bill.offer().month(bill.replicas()).amount().doubleValue());
        row.put("request_cost", bill.unit().request().amount().doubleValue());
        row.put("thousand_answers_cost", bill.unit().thousandAnswers().amount().doubleValue());
        bill.unit()
                .correctAnswer()
                .ifPresent(
                        right -> row.put("correct_answer_cost", right.amount().doubleValue()));
        return row;
    }
}

package dev.ponder.local.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Stories as figures for programs: a row a pool, one a change of what is wanted, one a reason why something was missing. Pure. */
final class ScalingFigures {

    private ScalingFigures() {}

    static Map<String, Number> metrics(Played played, List<PoolStory> stories) {
        Map<String, Number> metrics = new LinkedHashMap<>();
        metrics.put("decisions", sum(stories, PoolStory::decisions));
        metrics.put("changes", sum(stories, one -> one.changes().size()));
        metrics.put("replayed_same", sum(stories, one -> one.verdict().countSame()));
        metrics.put("replayed_otherwise", sum(stories, one -> one.verdict().countOtherwise()));
        metrics.put("not_replayed", sum(stories, one -> one.verdict().countUnasked()));
        metrics.put("unreadable_lines", played.wrongLines());
        return metrics;
    }

    static List<Map<String, Object>> rows(List<PoolStory> stories) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PoolStory story : stories) {
            rows.add(pool(story));
            story.changes().forEach(changed -> rows.add(change(story, changed)));
            story.gaps().forEach(gap -> rows.add(gap(story, gap)));
        }
        return rows;
    }

    private static long sum(List<PoolStory> stories, ToLongFunction<PoolStory> figure) {
        return stories.stream().mapToLong(figure).sum();
    }

    private static Map<String, Object> pool(PoolStory story) {
        Map<String, Object> row = row("pool", story);
        row.put("decisions", story.decisions());
        row.put("replayed_same", story.verdict().countSame());
        row.put("replayed_otherwise", story.verdict().countOtherwise());
        row.put("not_replayed", story.verdict().countUnasked());
        Verdict.Otherwise first = story.verdict().firstOtherwise();
        if (first != null) {
            row.put("first_otherwise_line", first.place().line());
            putFile(row, "first_otherwise_file", first.place());
        }
        return row;
    }

    private static Map<String, Object> change(PoolStory story, Happening.Changed changed) {
        Map<String, Object> row = row("change", story);
        row.put("line", changed.place().line());
        putFile(row, "file", changed.place());
        row.put("at", changed.decided().at().toString());
        row.put("from", changed.from());
        row.put("to", changed.decided().replicas());
        row.put("reasons", changed.decided().reasons());
        return row;
    }

    private static void putFile(Map<String, Object> row, String name, Place place) {
        if (!place.file().isEmpty()) {
            row.put(name, place.file());
        }
    }

    private static Map<String, Object> gap(PoolStory story, Gaps.Gap gap) {
        Map<String, Object> row = row("missing", story);
        row.put("why", gap.why());
        row.put("decisions", gap.decisions());
        row.put("first", gap.first().toString());
        row.put("last", gap.last().toString());
        return row;
    }

    private static Map<String, Object> row(String name, PoolStory story) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("pool", story.pool());
        return row;
    }
}

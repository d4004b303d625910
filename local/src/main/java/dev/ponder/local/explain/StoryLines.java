package dev.ponder.local.explain;

import dev.ponder.local.terminal.Screen;
import dev.ponder.scaling.decision.Decision;
import java.util.List;

/** Shows all that happened to a pool: a line a change, its deciding reason beside it, the others below. */
final class StoryLines {

    private static final String INDENT = "  ";
    private static final int TIME = "2026-11-30T08:15:00Z".length();
    private static final int MOST_GAPS = 5;

    private final Screen screen;

    StoryLines(Screen screen) {
        this.screen = screen;
    }

    void show(PoolStory story) {
        screen.title("Pool " + story.pool());
        story.happenings().forEach(this::show);
        int changes = story.changes().size();
        screen.line(INDENT
                + "%s: %s, %d kept"
                        .formatted(
                                Words.count(story.decisions(), "decision"),
                                Words.count(changes, "change"),
                                story.decisions() - changes));
        gaps(story);
    }

    private void show(Happening happening) {
        switch (happening) {
            case Happening.Began began ->
                beside(
                        Words.time(began.law().at()),
                        (began.law().begins() ? "the law begins: " : "the law, in the middle of its run: ")
                                + Words.law(began.law().settings()));
            case Happening.Changed changed -> show(changed);
            case Happening.Stayed stayed ->
                beside("", "%s kept %d".formatted(Words.count(stayed.decisions(), "decision"), stayed.replicas()));
        }
    }

    private void show(Happening.Changed changed) {
        Decision decided = changed.decided();
        String turn = "%d -> %d".formatted(changed.from(), decided.replicas());
        List<String> reasons = decided.reasons();
        beside(Words.time(decided.at()), turn + INDENT + (reasons.isEmpty() ? "" : reasons.getFirst()));
        for (String other : reasons.subList(Math.min(1, reasons.size()), reasons.size())) {
            beside("", " ".repeat(turn.length()) + INDENT + INDENT + other);
        }
    }

    private void beside(String time, String text) {
        screen.line((INDENT + time + " ".repeat(Math.max(0, TIME - time.length())) + INDENT + text).stripTrailing());
    }

    private void gaps(PoolStory story) {
        List<Gaps.Gap> gaps = story.gaps();
        for (Gaps.Gap gap : gaps.subList(0, Math.min(MOST_GAPS, gaps.size()))) {
            screen.line(INDENT
                    + "missing in %s, %s to %s: %s"
                            .formatted(
                                    Words.count(gap.decisions(), "decision"),
                                    Words.time(gap.first()),
                                    Words.time(gap.last()),
                                    gap.why()));
        }
        if (gaps.size() > MOST_GAPS) {
            screen.line(INDENT + "missing for " + Words.count((long) gaps.size() - MOST_GAPS, "more reason"));
        }
    }
}

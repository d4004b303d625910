package dev.ponder.local.explain;

import dev.ponder.local.terminal.Screen;

/** Shows whether a pool's law, asked again, said the same. */
final class VerdictLines {

    private static final String INDENT = "  ";

    private final Screen screen;

    VerdictLines(Screen screen) {
        this.screen = screen;
    }

    void show(PoolStory story) {
        Verdict verdict = story.verdict();
        screen.line(INDENT
                + "replay: %d of %s decided the same"
                        .formatted(verdict.countSame(), Words.count(story.decisions(), "decision")));
        Verdict.Otherwise otherwise = verdict.firstOtherwise();
        if (otherwise != null) {
            line("%d otherwise, first %s".formatted(verdict.countOtherwise(), otherwise.sentence()));
            otherwise.again().reasons().forEach(reason -> line("    by the law: " + reason));
            otherwise.logged().reasons().forEach(reason -> line("    in the log: " + reason));
            line(
                    story.beginsInTheMiddle()
                            ? "the file begins in the middle of a law's run: name the file before it too"
                            : "another version of Ponder may have written the file, or a line may be lost");
        }
        Verdict.Unasked unasked = verdict.firstUnasked();
        if (unasked != null) {
            line("%d not asked about, first %s: %s"
                    .formatted(verdict.countUnasked(), unasked.place().words(), unasked.why()));
        }
    }

    private void line(String text) {
        screen.line(INDENT + INDENT + text);
    }
}

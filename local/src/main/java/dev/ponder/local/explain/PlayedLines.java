package dev.ponder.local.explain;

import dev.ponder.local.terminal.Screen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows played files to people at a terminal. */
final class PlayedLines {

    private final Screen screen;
    private final String name;

    /** Shows files of these names. */
    PlayedLines(Screen screen, String name) {
        this.screen = screen;
        this.name = name;
    }

    /**
     * Shows stories, or of each the decision that stood at a time.
     *
     * @param at the time; null shows all that happened
     */
    void show(Played played, List<PoolStory> stories, @Nullable Instant at) {
        for (PoolStory story : stories) {
            if (at == null) {
                new StoryLines(screen).show(story);
            } else {
                new StandingLines(screen).show(story, at);
            }
            new VerdictLines(screen).show(story);
            screen.line("");
        }
        if (stories.stream().noneMatch(one -> one.decisions() > 0)) {
            screen.line(name + ": it holds no decision that could be read");
        }
        wrongLines(played);
    }

    private void wrongLines(Played played) {
        for (WrongLine one : played.wrong()) {
            screen.line("%s, line %d: %s".formatted(one.file(), one.number(), one.why()));
        }
        if (played.wrongLines() > played.wrong().size()) {
            screen.line("%s: %s more that cannot be read"
                    .formatted(
                            name,
                            Words.count(played.wrongLines() - played.wrong().size(), "line")));
        }
        WrongLine cut = played.cut();
        if (cut != null) {
            screen.line("%s, line %d, the last: %s; it is left out".formatted(cut.file(), cut.number(), cut.why()));
        }
    }
}
